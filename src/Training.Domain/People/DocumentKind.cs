using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>A kind of rule document of the organisation, such as its training rules. Its texts come as versions.</summary>
public sealed class DocumentKind : IVersioned
{
    private DocumentKind()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public int Version { get; private set; }

    /// <summary>The five kinds that the trade's book prints as its appendices; every organisation starts with them.</summary>
    public static IReadOnlyList<DocumentKind> OfTheTrade() =>
    [
        Create("TRAINING-RULES", new("客服人员培训管理制度", "Training management rules")),
        Create("TRAINING-STANDARD", new("培训标准方案", "Standard training scheme")),
        Create("TRAINING-FOLLOW-UP", new("培训跟进方案", "Training follow-up scheme")),
        Create("TRAINING-EFFECT", new("培训效果评价方案", "Training effect evaluation scheme")),
        Create("APPRAISAL-RULES", new("绩效考核制度", "Performance appraisal rules")),
    ];

    public static DocumentKind Create(string code, Bilingual name)
    {
        var created = new DocumentKind { Code = PlainText.Key(code) };
        created.Edit(name);
        return created;
    }

    public void Edit(Bilingual name)
    {
        ArgumentNullException.ThrowIfNull(name);
        (NameZh, NameEn) = (PlainText.Of(name.Zh), PlainText.OrNull(name.En));
    }
}
