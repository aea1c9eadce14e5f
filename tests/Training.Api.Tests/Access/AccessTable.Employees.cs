using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Tests.Employees;
using Training.Api.Tests.Hosting;
using Training.Domain.People;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private const string InLine = "AAAAAA";
    private const string OnlyHr = "AHHHHH";

    private static IEnumerable<RouteAccess> Employees() =>
    [
        Seen(Route("ListEmployees").Lists("/employees?pageSize=200&hiredTo=2024-03-01", x => Task.FromResult(x.Subject))),
        Seen(Route("GetEmployee").Sends(x => AccessCase.Get($"/employees/{x.Subject}"))),
        Seen(Route("ListAssignments").Sends(x => AccessCase.Get($"/employees/{x.Subject}/assignments"))),
        Seen(Route("ListReportingLines").Sends(x => AccessCase.Get($"/employees/{x.Subject}/reporting-lines"))),
        Route("CreateEmployee").Sends(async x => AccessCase.Post("/employees", await x.App.HireRequestAsync($"AX-{x.Number}")))
            .Row(Standing.Any, "AFFFFF"),
        Changed(Route("EditProfile").Sends(async x =>
        {
            var person = await SubjectAsync(x);
            return AccessCase.Put(
                $"/employees/{person.Id}",
                new { nameZh = "新名", nameLatin = "New Name", nameReading = (string?)null, workEmail = (string?)null, mobile = (string?)null, workPlaceId = (long?)null, language = "en" },
                person.Version);
        })),
        Changed(Route("EditRecords").Sends(async x =>
        {
            var person = await SubjectAsync(x);
            return AccessCase.Put(
                $"/employees/{person.Id}/records",
                new { educations = new[] { new { school = "同济大学" } }, titles = Array.Empty<object>(), earlierCertificates = Array.Empty<object>() },
                person.Version);
        })),
        Changed(Route("EndEmployment").Sends(async x =>
        {
            var person = await SubjectAsync(x);
            return AccessCase.Post($"/employees/{person.Id}/end-employment", new { leftOn = "2026-12-31" }, person.Version);
        })),
        Changed(Route("Rehire").Sends(async x =>
        {
            var person = await SubjectAsync(x, leftOn: new DateOnly(2026, 12, 31));
            return AccessCase.Post($"/employees/{person.Id}/rehire", await x.App.RehireRequestAsync(new DateOnly(2027, 2, 1)), person.Version);
        })),
        Changed(Route("CorrectEmployment").Sends(async x =>
        {
            var person = await SubjectAsync(x);
            return AccessCase.Put(
                $"/employees/{person.Id}/employment",
                new { hiredOn = "2025-01-05", contractKind = "fixedTerm", workShare = 0.5, probationEndsOn = (string?)null, leftOn = (string?)null, leaveReason = (string?)null },
                person.Version);
        })),
        Changed(Route("DecideProbation").Sends(async x =>
        {
            var person = await SubjectAsync(x, isProposed: true);
            return AccessCase.Post($"/employees/{person.Id}/decide-probation", new { outcome = "passed" }, person.Version);
        })),
        Changed(Route("ChangeAssignment").Sends(async x =>
        {
            var person = await SubjectAsync(x);
            return AccessCase.Post($"/employees/{person.Id}/assignments", await x.App.MoveRequestAsync(new DateOnly(2026, 5, 1), null), person.Version);
        })),
        Changed(Route("CorrectAssignment").Sends(async x =>
        {
            var person = await SubjectAsync(x);
            var (id, from, version) = await x.App.FirstAssignmentAsync(person.Id);
            return AccessCase.Put($"/employees/{person.Id}/assignments/{id}", await x.App.MoveRequestAsync(from, null), version);
        })),
        Route("SetLanguage")
            .Sends(async x => AccessCase.Put($"/employees/{x.Subject}/language", new { language = "zhCn" }, await x.App.VersionAsync(x.Subject)))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "FFFFFF").Row(Standing.Below, "FFFFFF")
            .Row(Standing.Former, "FHHHHH").Row(Standing.Above, "FHHHHH").Row(Standing.Other, "FHHHHH"),
        Route("ProposeProbation")
            .Sends(async x =>
            {
                var person = await SubjectAsync(x);
                return AccessCase.Post($"/employees/{person.Id}/propose-probation", new { outcome = "passed" }, person.Version);
            })
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AAAAAA").Row(Standing.Below, "FFFFFF")
            .Row(Standing.Former, "FHHHHH").Row(Standing.Above, "FHHHHH").Row(Standing.Other, "FHHHHH")
            .Row(Standing.Deputised, "AAAAAA"),
    ];

    /// <summary>Read by HR, by the person, and by those who stand above today, or stand in for one who does.</summary>
    private static RouteAccess Seen(RouteAccess route) => route
        .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, InLine).Row(Standing.Below, InLine)
        .Row(Standing.Former, OnlyHr).Row(Standing.Above, OnlyHr).Row(Standing.Other, OnlyHr)
        .Row(Standing.Deputised, InLine).Row(Standing.StoodInFor, OnlyHr);

    /// <summary>Done by HR to anybody but themselves.</summary>
    private static RouteAccess Changed(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AFFFFF").Row(Standing.Other, "AFFFFF");

    /// <summary>A person of their own who stands so to the caller and is on probation, so that no case meets what another left;
    /// oneself and the head stay as they are, because nothing may happen to them.</summary>
    private static async Task<(long Id, int Version)> SubjectAsync(AccessCase x, DateOnly? leftOn = null, bool isProposed = false)
    {
        if (x.Standing is Standing.Own or Standing.Above)
        {
            return (x.Subject, await x.App.VersionAsync(x.Subject));
        }

        var above = x.Standing is Standing.Direct ? x.CallerEmployee
            : x.Standing is Standing.Deputised ? await x.App.PersonAsync(x.Caller, Standing.StoodInFor)
            : x.Standing is Standing.Below ? await x.App.PersonAsync(x.Caller, Standing.Direct)
            : await x.App.PersonAsync(x.Caller, Standing.Above);
        var id = await x.App.HireAsync($"AY-{x.Number}", above, leftOn);
        if (isProposed)
        {
            await using var scope = x.App.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
            await db.WriteAsync(async () =>
                (await db.Employees.Include(y => y.Periods).SingleAsync(y => y.Id == id)).ProposeProbation(ProbationOutcome.Passed, above, null, new(2026, 3, 1)));
        }

        return (id, await x.App.VersionAsync(id));
    }
}
