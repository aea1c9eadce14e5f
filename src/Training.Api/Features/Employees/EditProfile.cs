using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Employees;

/// <summary>A person's profile as a whole.</summary>
/// <param name="NameReading">How the Chinese name is read, written with characters that sound right.</param>
/// <param name="Mobile">5 to 15 digits, with a leading + or not.</param>
public sealed record EditProfileRequest(
    [TextLength(1, 60)] string NameZh,
    [TextLength(0, 100)] string? NameLatin,
    [TextLength(0, 60)] string? NameReading,
    [TextLength(0, 254)] string? WorkEmail,
    [TextLength(0, 40)] string? Mobile,
    long? WorkPlaceId,
    Language Language);

internal static class EditProfile
{
    /// <summary>Another name, contacts, work place or language. Nobody edits their own.</summary>
    internal static Task<EmployeeResponse> HandleAsync(
        long id, EditProfileRequest request, IfMatch ifMatch, OnEmployee on, TrainingDb db, CancellationToken cancellation) =>
        on.EditAsync(
            id,
            ifMatch,
            async employee =>
            {
                await db.RequireWorkPlacesAsync([request.WorkPlaceId], cancellation);
                employee.Edit(new EmployeeProfile(
                    PersonNames.Of(employee.EmployeeNumber, request.NameZh, request.NameLatin, request.NameReading),
                    request.WorkEmail,
                    request.Mobile,
                    request.WorkPlaceId,
                    request.Language));
            },
            cancellation);
}
