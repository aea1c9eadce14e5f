using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Api.Features.Retraining;

/// <summary>An order with its person, course and coach.</summary>
internal sealed class RetrainingRow
{
    public required RetrainingOrder Order { get; init; }

    public required Employee Person { get; init; }

    public required Course Course { get; init; }

    public Employee? Coach { get; init; }

    public static IQueryable<RetrainingRow> Of(IQueryable<RetrainingOrder> orders, TrainingDb db) =>
        from order in orders.AsNoTracking()
        join person in db.Employees on order.EmployeeId equals person.Id
        join course in db.Courses on order.CourseId equals course.Id
        join coach in db.Employees on order.CoachId equals (long?)coach.Id into coaches
        from coach in coaches.DefaultIfEmpty()
        select new RetrainingRow { Order = order, Person = person, Course = course, Coach = coach };

    public static Expression<Func<RetrainingRow, RetrainingListItem>> On(DateOnly today) => x => new RetrainingListItem(
        x.Order.Id, x.Order.State, x.Order.Cause, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Course.Id, x.Course.Code,
        x.Course.NameZh, x.Course.NameEn, x.Order.EnrolmentId, x.Order.PlanId, x.Order.CoachId, x.Coach!.NameZh, x.Coach.NameLatin, x.Order.OrderedOn,
        x.Order.DueOn, x.Order.State == RetrainingState.Open && x.Order.DueOn < today, x.Order.ClosedOn);
}
