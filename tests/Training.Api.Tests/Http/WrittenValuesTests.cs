using System.Text.Json;
using Training.Api.Errors;
using Training.Api.Http.Json;
using Training.Api.Http.Shapes;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Tests.Http;

/// <summary>Values that are written as one short text are read alike wherever they stand, and what cannot be read is named alike.</summary>
public sealed class WrittenValuesTests
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new WrittenConverterFactory() } };

    [Theory]
    [InlineData(typeof(Quarter), "2026Q4", "2026Q5", "fault.quarter")]
    [InlineData(typeof(MeasuredPeriod), "2026-10-05", "2026-02-30", "fault.period")]
    [InlineData(typeof(MeasuredPeriod), "2026-10", "2026-13", "fault.period")]
    [InlineData(typeof(MeasuredPeriod), "2026Q4", "January", "fault.period")]
    public void As_a_parameter_and_in_a_body(Type type, string text, string wrong, string fault)
    {
        Assert.True(ParameterKinds.IsText(type));
        Assert.Null(ParameterKinds.FaultOf(type, text));
        Assert.Equal(fault, ParameterKinds.FaultOf(type, wrong)!.Code);

        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(JsonSerializer.Deserialize($"\"{text}\"", type, Json), type, Json));
        Assert.Equal(fault, Assert.Throws<JsonFault>(() => JsonSerializer.Deserialize($"\"{wrong}\"", type, Json)).Fault.Code);
        Assert.Throws<JsonFault>(() => JsonSerializer.Deserialize("202610", type, Json));
    }
}
