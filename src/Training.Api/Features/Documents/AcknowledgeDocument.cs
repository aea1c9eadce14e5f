using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Documents;

internal static class AcknowledgeDocument
{
    /// <summary>The caller has read the version. Refused: a person whom it is not meant for; a draft; a second time.</summary>
    internal static Task<DocumentResponse> HandleAsync(
        long id, IfMatch ifMatch, CurrentPerson caller, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var departments = await db.DepartmentsOfAsync(caller.EmployeeId, clock.Today, cancellation);
                var document = await visible.Documents(departments).Include(x => x.Audience).OneAsync(id, cancellation);
                if (caller.EmployeeId is not { } self || departments.Count == 0)
                {
                    throw DocumentRefusals.NotOfAudience.With(("title", document.TitleZh));
                }

                ifMatch.Accept(document);
                var earlier = await db.Acknowledgements.SingleOrDefaultAsync(x => x.DocumentVersionId == id && x.EmployeeId == self, cancellation);
                db.Acknowledgements.Add(document.Acknowledge(self, departments, earlier, clock.Now));
                return await DocumentAudiences.ReadAsync(db, id, caller, clock, cancellation);
            },
            cancellation);
}
