using Training.Api.Access;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Imports;
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
using Training.Api.Spreadsheets;
using Training.Domain.People;

namespace Training.Api.Features.Imports;

internal static class ImportsRoutes
{
    private const long MostBytes = 5 * 1024 * 1024;

    internal static void MapImports(this IEndpointRouteBuilder api)
    {
        MapKind<EmployeeImport>(api, "/employees", "ImportEmployees", "GetEmployeeImportTemplate", "ExportEmployees")
            .Refuses(AssignmentRefusals.Loop, AssignmentRefusals.TooManyLevels);
        MapKind<LeaveImport>(api, "/leave", "ImportLeave", "GetLeaveImportTemplate", "ExportLeave");
        MapKind<CalendarDayImport>(api, "/calendar-days", "ImportCalendarDays", "GetCalendarDayImportTemplate", "ExportCalendarDays");
        MapKind<CompletionImport>(api, "/completions", "ImportCompletions", "GetCompletionImportTemplate", "ExportCompletions");
        MapKind<RosterImport>(api, "/rosters", "ImportRosters", "GetRosterImportTemplate", "ExportRosters");

        MapKind<MeasurementImport>(
            api, "/measurements", "ImportMeasurements", "GetMeasurementImportTemplate", "ExportMeasurements", Policies.ManageMeasurements);
        api.MapGroup("/measurements").WithTags("imports").MapGet("/cross-template", GetMeasurementCrossTemplate.HandleAsync)
            .WithName(nameof(GetMeasurementCrossTemplate)).RequireAuthorization(Policies.ManageMeasurements).WritesWorkbook();
        MapKind<PerformanceEventImport>(
            api, "/performance-events", "ImportPerformanceEvents", "GetPerformanceEventImportTemplate", "ExportPerformanceEvents");
        MapKind<PunchImport>(
            api, "/attendance-punches", "ImportAttendancePunches", "GetAttendancePunchImportTemplate", "ExportAttendancePunches");

        // Trainers record by workbook too, in their sessions alone.
        MapKind<AttendanceImport>(api, "/attendance", "ImportAttendance", "GetAttendanceImportTemplate", "ExportAttendance", Policies.SignedIn);
        MapKind<ResultImport>(api, "/results", "ImportResults", "GetResultImportTemplate", "ExportResults", Policies.SignedIn);

        // Raters mark by workbook too, what they rate alone.
        MapKind<TeamSheetImport>(api, "/team-sheet", "ImportTeamSheet", "GetTeamSheetTemplate", "ExportTeamSheet", Policies.SignedIn);

        var imports = api.MapGroup("/imports").WithTags("imports").RequireAuthorization(Policies.RunImports);
        imports.MapGet("", ListImports.Handle).WithName(nameof(ListImports));
        imports.MapGet("/{id}", GetImport.HandleAsync).WithName(nameof(GetImport));
        imports.MapGet("/{id}/changes", ListImportChanges.HandleAsync).WithName(nameof(ListImportChanges));
        imports.MapPost("/{id}/undo", UndoImport.HandleAsync).WithName(nameof(UndoImport))
            .Refuses(ImportRefusals.AlreadyUndone, ImportRefusals.NotUndoable, AssignmentRefusals.Loop, AssignmentRefusals.TooManyLevels)
            .Refuses(EmployeeRefusals.LeaveOutside, LeaveRefusals.Overlap);
    }

    /// <summary>Import, template and export of one kind beside its noun.</summary>
    private static RouteHandlerBuilder MapKind<TKind>(
        IEndpointRouteBuilder api, string noun, string import, string template, string export, string policy = Policies.RunImports)
        where TKind : ImportKind
    {
        // Named first: the route analyzer fails on method groups of generic types.
        Delegate ofTemplate = ImportForm<TKind>.TemplateAsync;
        Delegate ofExport = ImportForm<TKind>.ExportAsync;
        Delegate ofImport = ImportFile<TKind>.HandleAsync;
        var group = api.MapGroup(noun).WithTags("imports").RequireAuthorization(policy);
        group.MapGet("/import-template", ofTemplate).WithName(template)
            .WithSummary("An empty workbook to fill in, in the reader's language: required columns starred, drop-downs, an example row.")
            .WritesWorkbook();
        group.MapGet("/export", ofExport).WithName(export)
            .WithSummary("What is kept, in the form of the import: importing it again changes nothing. Of people: who is employed today or will be; of "
                + "rosters, attendance, results, performance events and punches: from the first day of last month on; of measurements: from the "
                + "first day of last quarter on.")
            .WritesWorkbook();
        return group.MapPost("/import", ofImport).WithName(import)
            .WithSummary("Imports a workbook: all of it, or with one fault nothing. The caller's own record is left out and listed.")
            .TakesUpload(MostBytes, TableWorkbook.MediaType)
            .Produces<ImportResponse>()
            .Refuses(
                ImportRefusals.UnknownColumn, ImportRefusals.ColumnTwice, ImportRefusals.MissingColumn, ImportRefusals.NoRows,
                ImportRefusals.Refused, ImportRefusals.AlreadyApplied);
    }
}
