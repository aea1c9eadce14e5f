using System.ComponentModel.DataAnnotations;
using Training.Api.Errors;

namespace Training.Api.Http.Validation;

/// <summary>A rule about the shape of one member of a request. A null is never wrong here: whether a member may be left out
/// is said by its type. The message is a code with values; it becomes a sentence in the reader's language when the
/// answer is written.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class ShapeAttribute : ValidationAttribute
{
    public override string FormatErrorMessage(string name) => Describe().Encode();

    public override bool IsValid(object? value) => value is null || Holds(value);

    internal abstract Fault Describe();

    internal abstract bool Holds(object value);
}
