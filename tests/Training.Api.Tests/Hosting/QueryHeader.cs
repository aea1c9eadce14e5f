using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Training.Api.Http;

namespace Training.Api.Tests.Hosting;

/// <summary>Tells the tests how many statements the program sent for an answer, and has its refusals noted, whatever way the
/// program was started.</summary>
internal sealed class QueryHeader : IStartupFilter
{
    public const string Name = "X-Test-Queries";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        RefusalBook.Listen(app.ApplicationServices);
        app.Use(async (context, rest) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Name] = (context.Features.Get<RequestTally>()?.Queries ?? 0).ToString(CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            });
            await rest(context);
        });
        next(app);
    };
}
