namespace Training.Api.Queries;

internal static class RosterLock
{
    /// <summary>Held by every write of rosters and by the retiring of a shift: no entry of a person and day is made twice, and no
    /// retired shift is chosen.</summary>
    public const string Name = "rosters";
}
