using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Training.Api.Data;

/// <summary>The last look before saving: what a column cannot hold exactly is refused, never cut or rounded by the store.</summary>
internal static class StoredValues
{
    public static void Check(TrainingDb db)
    {
        var changed = db.ChangeTracker.Entries().Where(x => x.State is EntityState.Added or EntityState.Modified);
        foreach (var property in changed.SelectMany(x => x.AllProperties()))
        {
            Check(property);
        }
    }

    private static void Check(PropertyEntry property)
    {
        switch (property.CurrentValue)
        {
            case string text when property.Metadata.GetMaxLength() is { } most && text.Length > most:
                throw DataRefusals.TooLong.At(Name(property), ("length", text.Length), ("most", most));
            case decimal number:
                CheckNumber(property, number);
                break;
        }
    }

    private static void CheckNumber(PropertyEntry property, decimal number)
    {
        var scale = property.Metadata.GetScale() ?? 0;
        if (decimal.Round(number, scale) != number)
        {
            throw DataRefusals.TooManyDecimals.At(Name(property), ("value", number), ("decimals", scale));
        }

        var wholeDigits = (property.Metadata.GetPrecision() ?? 18) - scale;
        var bound = 1m;
        for (var i = 0; i < wholeDigits; i++)
        {
            bound *= 10;
        }

        if (Math.Abs(number) >= bound)
        {
            throw DataRefusals.TooLarge.At(Name(property), ("value", number), ("digits", wholeDigits));
        }
    }

    private static string Name(PropertyEntry property) => property.Metadata.MemberName();
}
