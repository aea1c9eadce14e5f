namespace Training.Domain.Rules;

/// <summary>A record that two people may edit. The store raises <see cref="Version"/> whenever the record or one of the
/// rows that belong to it changes, and refuses a write that was made for an older version.</summary>
public interface IVersioned
{
    int Version { get; }
}
