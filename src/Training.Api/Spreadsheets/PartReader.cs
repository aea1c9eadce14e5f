using System.Text;
using System.Xml;

namespace Training.Api.Spreadsheets;

/// <summary>A forward reader over one part that holds no more than its bounds: no document types, no depth, no hoard of
/// names, no endless text. Element names are local names, since writers choose their own prefixes.</summary>
internal sealed class PartReader : IDisposable
{
    private const int Deepest = 32;
    private const int MostNames = 4096;
    private const int MostAttributes = 128;

    private readonly XmlReader _xml;
    private readonly Stream _content;
    private readonly string _part;
    private readonly StringBuilder _text = new();

    public PartReader(byte[] file, ZipPart part, WorkbookLimits limits)
    {
        _part = part.Name;
        _content = part.Open(file);
        try
        {
            // Looks at the first bytes already, to find out the encoding.
            _xml = XmlReader.Create(_content, Settings(limits));
        }
        catch (Exception broken) when (IsOfMarkup(broken))
        {
            _content.Dispose();
            throw Damaged();
        }
    }

    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    public bool IsEmptyElement => _xml.IsEmptyElement;

    public string Name => _xml.LocalName;

    public int Depth => _xml.Depth;

    public bool Read()
    {
        if (!Sound(xml => xml.Read()))
        {
            return false;
        }

        return _xml.Depth <= Deepest && _xml.AttributeCount <= MostAttributes ? true : throw Damaged();
    }

    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>The relation id, whose namespace differs between the two dialects of the format.</summary>
    public string? RelationId()
    {
        for (var index = 0; index < _xml.AttributeCount; index++)
        {
            _xml.MoveToAttribute(index);
            var found = _xml.LocalName == "id" && _xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal);
            var value = _xml.Value;
            _xml.MoveToElement();
            if (found)
            {
                return value;
            }
        }

        return null;
    }

    public bool IsEndOf(int depth) => _xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth;

    /// <summary>All text inside the element the reader stands on, markup left out and phonetic readings skipped.
    /// Afterwards the reader stands on the element's end. Null when it is far longer than a cell may hold; the reader then
    /// stands inside.</summary>
    public string? InnerText()
    {
        if (IsEmptyElement)
        {
            return "";
        }

        _text.Clear();
        var depth = Depth;
        var inReading = false;
        while (Read() && !IsEndOf(depth))
        {
            if (_xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                inReading = Name == "rPh" ? IsStart && !IsEmptyElement : inReading;
            }
            else if (!inReading && _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                _text.Append(Sound(xml => xml.Value));
                // An escaped character takes seven; the text is measured exactly once it is decoded.
                if (_text.Length > CellText.Longest * 7)
                {
                    return null;
                }
            }
        }

        return _text.ToString();
    }

    public Domain.Rules.RuleViolation Damaged() => WorkbookRefusals.Damaged.With(("part", _part));

    public void Dispose()
    {
        _xml.Dispose();
        _content.Dispose();
    }

    // The text of an element is parsed only when asked for, so both ways may come upon broken markup.
    private T Sound<T>(Func<XmlReader, T> read)
    {
        try
        {
            return read(_xml);
        }
        catch (Exception broken) when (IsOfMarkup(broken))
        {
            throw Damaged();
        }
    }

    private static bool IsOfMarkup(Exception broken) => broken is XmlException or InvalidDataException or BoundedNames.TooManyException;

    private static XmlReaderSettings Settings(WorkbookLimits limits) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.InflatedBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        NameTable = new BoundedNames(),
    };

    private sealed class BoundedNames : NameTable
    {
        private int _count;

        public override string Add(char[] key, int start, int len) =>
            Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string name) => ++_count <= MostNames ? name : throw new TooManyException();

        internal sealed class TooManyException : Exception;
    }
}
