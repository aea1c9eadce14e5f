using Training.Api.Imports.Attendance;
using Training.Api.Imports.CalendarDays;
using Training.Api.Imports.Completions;
using Training.Api.Imports.Employees;
using Training.Api.Imports.Leave;
using Training.Api.Imports.Measurements;
using Training.Api.Imports.PerformanceEvents;
using Training.Api.Imports.Rosters;
using Training.Api.Imports.Sessions;
using Training.Api.Imports.TeamSheets;

namespace Training.Api.Imports;

internal static class ImportsSetup
{
    /// <summary>The course of every import, and what may be imported.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddScoped<RunImport>();
        services.AddScoped<UndoRows>();
        services.AddScoped<SessionRows>();
        services.AddScoped<UndoFigures>();
        services.AddScoped<JudgePunches>();
        services.AddScoped<TeamSegments>();
        return services.AddKind<EmployeeImport>().AddKind<LeaveImport>().AddKind<CalendarDayImport>().AddKind<CompletionImport>()
            .AddKind<RosterImport>().AddKind<MeasurementImport>().AddKind<PerformanceEventImport>().AddKind<PunchImport>()
            .AddKind<AttendanceImport>().AddKind<ResultImport>().AddKind<TeamSheetImport>();
    }

    private static IServiceCollection AddKind<T>(this IServiceCollection services)
        where T : ImportKind =>
        services.AddScoped<T>().AddScoped<ImportKind>(x => x.GetRequiredService<T>());
}
