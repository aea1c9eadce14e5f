namespace Training.Api.Features.Enrolments;

internal static class GetEnrolment
{
    /// <summary>One enrolment: its history, place in line, attendance, and what is missing for the completion.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(long id, EnrolmentRecords records, CancellationToken cancellation) =>
        records.ReadAsync(id, cancellation);
}
