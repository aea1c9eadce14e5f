using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Rosters;

internal static class RostersRoutes
{
    /// <summary>Shifts, and who works which on which day.</summary>
    public static void MapRosters(this IEndpointRouteBuilder api)
    {
        var shifts = api.MapGroup("/shifts").WithTags("rosters");
        shifts.MapGet("", ListShifts.HandleAsync).WithName(nameof(ListShifts)).RequireAuthorization(Policies.SignedIn);
        shifts.MapGet("/{id}", GetShift.HandleAsync).WithName(nameof(GetShift)).RequireAuthorization(Policies.SignedIn);
        shifts.MapPost("", CreateShift.HandleAsync).WithName(nameof(CreateShift)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(ShiftRefusals.CodeTaken, ShiftRefusals.EndsAsItStarts);
        shifts.MapPut("/{id}", EditShift.HandleAsync).WithName(nameof(EditShift)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(ShiftRefusals.Retired, ShiftRefusals.EndsAsItStarts);
        shifts.MapPost("/{id}/retire", RetireShift.HandleAsync).WithName(nameof(RetireShift)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(ShiftRefusals.Retired);

        var rosters = api.MapGroup("/rosters").WithTags("rosters");
        rosters.MapGet("", ListRosters.Handle).WithName(nameof(ListRosters)).RequireAuthorization(Policies.SignedIn);
        var acts = rosters.MapGroup("").RequireAuthorization(Policies.PlanRosters)
            .Refuses(CommonRefusals.Unknown, AccessRefusals.OwnRecord, AccessRefusals.NotInRelation, RosterRefusals.TooMany);
        acts.MapPost("", SetRosters.HandleAsync).WithName(nameof(SetRosters)).Refuses(RosterRefusals.ShiftUnknown, ShiftRefusals.Retired);
        acts.MapPost("/clear", ClearRosters.HandleAsync).WithName(nameof(ClearRosters));
    }
}
