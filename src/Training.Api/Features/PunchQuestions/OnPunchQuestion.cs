using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Incentives;

namespace Training.Api.Features.PunchQuestions;

/// <summary>Finds a question for an answer, in the order in which requests are refused, and shows it.</summary>
internal sealed class OnPunchQuestion(TrainingDb db, Visible visible, Relations relations, CurrentPerson caller, Acts.ReportPerformanceEvent report)
{
    /// <summary>The question, tracked, and who answers. Refused: one of whom the caller may not know; about oneself; to who is neither HR nor
    /// the direct supervisor of that day or their deputy today.</summary>
    public async Task<(PunchQuestion Question, EventActor By)> LoadAsync(long id, CancellationToken cancellation)
    {
        var question = await visible.PunchQuestions().OneAsync(id, cancellation);
        caller.RefuseOwn(question.EmployeeId);
        var isDirect = await IsDirectAsync(question, cancellation);
        if (!isDirect && !caller.IsHumanResources)
        {
            throw PunchQuestionRefusals.NotYours.With();
        }

        var seat = isDirect ? await relations.StandsInForAsync(question.EmployeeId, question.Day, cancellation) : null;
        return (question, report.Actor(seat));
    }

    public async Task<PunchQuestionResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var row = await PunchQuestionRow.Of(visible.PunchQuestions().Where(x => x.Id == id), db).OneAsync(cancellation);
        var (question, person) = (row.Question, row.Person);
        var mayAnswer = !caller.Is(person.Id) && (caller.IsHumanResources || await IsDirectAsync(question, cancellation));
        var (account, seat) = (question.AnsweredByAccountId, question.AnsweredForId);
        var others = await db.Employees.Where(x => x.Id == seat || db.Users.Any(y => y.Id == account && y.EmployeeId == x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToListAsync(cancellation);
        return new PunchQuestionResponse(
            question.Id, new Person(person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin), question.Day, question.Missing,
            question.State, question.AskedAt, question.Answer, question.Minutes, question.Note, others.Find(x => x.Id != seat),
            others.Find(x => x.Id == seat), question.AnsweredAt, question.EventId, question.AllowedActions(mayAnswer), question.Version);
    }

    private Task<bool> IsDirectAsync(PunchQuestion question, CancellationToken cancellation) =>
        visible.LineOn(question.Day, directOnly: true).ContainsAsync(question.EmployeeId, cancellation);
}
