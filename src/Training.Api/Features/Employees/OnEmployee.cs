using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Employees;

/// <summary>What every act on a person's record has in common: found among the visible, changed in one write, shown.</summary>
internal sealed class OnEmployee(TrainingDb db, Visible visible, CurrentPerson caller, ChangeEmployment employment, ShowEmployee show)
{
    /// <summary>Changes the record, without assignments. <paramref name="change"/> checks what the caller may do first.</summary>
    public async Task<EmployeeResponse> RunAsync(long id, Func<Employee, Task> change, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () => await change(await visible.Employees().Where(x => x.Id == id).Whole().OneAsync(cancellation)), cancellation);
        return await show.RunAsync(id, cancellation);
    }

    /// <summary>Changes another's record as HR.</summary>
    public Task<EmployeeResponse> EditAsync(long id, IfMatch ifMatch, Func<Employee, Task> change, CancellationToken cancellation) =>
        RunAsync(
            id,
            employee =>
            {
                caller.RefuseOwn(id);
                ifMatch.Require(employee);
                return change(employee);
            },
            cancellation);

    /// <summary>Changes another's employment as HR; assignments and lines follow.</summary>
    public async Task<EmployeeResponse> EmployAsync(
        long id, IfMatch ifMatch, Func<Employee, AssignmentTimeline, Task> change, CancellationToken cancellation)
    {
        await employment.RunAsync(
            visible.Employees(),
            id,
            (employee, timeline) =>
            {
                caller.RefuseOwn(id);
                ifMatch.Require(employee);
                return change(employee, timeline);
            },
            cancellation);
        return await show.RunAsync(id, cancellation);
    }
}
