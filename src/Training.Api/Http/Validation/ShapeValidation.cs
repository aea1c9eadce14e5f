using System.Text.Json;
using Training.Api.Errors;

namespace Training.Api.Http.Validation;

/// <summary>Makes the framework's answer to broken attributes a refusal like every other.</summary>
internal static class ShapeValidation
{
    public static IServiceCollection AddShapeValidation(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddSingleton<IProblemDetailsService, ShapeProblems>();

        return services;
    }

    /// <summary><c>PlanLines[0].CourseCode</c> → <c>planLines[0].courseCode</c>.</summary>
    public static string PlaceOf(string key) => string.Join('.', key.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}

/// <summary>The framework's validation filter hands its errors to this service. Nothing else in the program uses it.</summary>
internal sealed class ShapeProblems : IProblemDetailsService
{
    public ValueTask WriteAsync(ProblemDetailsContext context) => throw FaultOf(context);

    public ValueTask<bool> TryWriteAsync(ProblemDetailsContext context) => throw FaultOf(context);

    private static Exception FaultOf(ProblemDetailsContext context) => context.ProblemDetails is HttpValidationProblemDetails invalid
        ? new RequestFault(CommonRefusals.Invalid, [.. invalid.Errors.SelectMany(x =>
            x.Value.Select(message => (ShapeValidation.PlaceOf(x.Key), Fault.Decode(message))))])
        : new InvalidOperationException("Problems are written by ProblemWriter.");
}
