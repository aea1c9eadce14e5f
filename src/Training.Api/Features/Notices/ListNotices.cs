using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Localization;
using Training.Api.Notices;
using Training.Domain.Notices;

namespace Training.Api.Features.Notices;

/// <summary>What somebody was told.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Kind">What it is about, as the program names it.</param>
/// <param name="Text">The sentence, in the reader's language.</param>
/// <param name="SubjectType">The noun of the record it is about.</param>
/// <param name="SubjectId">The id of that record.</param>
/// <param name="CreatedAt">When the act was done.</param>
/// <param name="ReadAt">When it was marked as read; null while it is unread.</param>
public sealed record NoticeListItem(
    long Id, string Kind, string Text, string SubjectType, long SubjectId, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

/// <summary>Which notices are listed.</summary>
/// <param name="Unread">True: the unread ones alone; false: the read ones alone.</param>
/// <param name="Kind">Notices of this kind alone.</param>
public sealed record NoticeFilter(
    [FromQuery(Name = "unread")] bool? Unread = null,
    [FromQuery(Name = "kind")] string? Kind = null);

internal static class ListNotices
{
    private static readonly Sorts<Notice> Sorts = new(x => x.Id, "-createdAt")
    {
        { "createdAt", x => x.CreatedAt },
        { "readAt", x => x.ReadAt },
        { "kind", x => x.Kind },
    };

    /// <summary>The caller's own notices, the newest first.</summary>
    internal static ListOf<NoticeListItem> HandleAsync(
        TrainingDb db, CurrentPerson person, HttpContext context, [AsParameters] NoticeFilter filter, [AsParameters] ListRequest request)
    {
        var language = ReaderLanguage.Of(context);
        var notices = db.Notices.Where(x => x.RecipientAccountId == person.AccountId);
        if (filter.Unread is { } unread)
        {
            notices = notices.Where(x => x.ReadAt == null == unread);
        }

        if (filter.Kind is { } kind)
        {
            notices = notices.Where(x => x.Kind == kind);
        }

        return ListOf.From(
            notices,
            Sorts,
            x => new NoticeListItem(x.Id, x.Kind, NoticeText.Of(language, x.Kind, x.Values), x.SubjectType, x.SubjectId, x.CreatedAt, x.ReadAt),
            request);
    }
}
