using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

internal static class ListSessionEnrolments
{
    /// <summary>The enrolments of a session that the caller may see: to HR and its trainer all.</summary>
    internal static async Task<ListOf<EnrolmentListItem>> HandleAsync(
        long id,
        [FromQuery(Name = "state")] Choice<EnrolmentState>? state,
        [AsParameters] ListRequest list,
        Visible visible,
        OrganisationClock clock,
        TrainingDb db,
        CancellationToken cancellation)
    {
        await visible.Sessions().Where(x => x.Id == id).Select(x => x.Id).OneAsync(cancellation);
        var enrolments = visible.Enrolments().Where(x => x.SessionId == id);
        if (state is { Value: var asked })
        {
            enrolments = enrolments.InState(asked, clock.Now);
        }

        return ListOf.From(enrolments, enrolments.WithSubjects(db), ListEnrolments.Fields, EnrolmentListItem.At(clock.Now), list);
    }
}
