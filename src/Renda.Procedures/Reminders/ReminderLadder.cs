using System.Security.Cryptography;
using System.Text;

namespace Renda.Procedures;

/// <summary>When who is reminded of a due date: rungs in the order of the file. The office confirms it; no statute names it.</summary>
public sealed class ReminderLadder
{
    /// <summary>Nobody is reminded of anything.</summary>
    public static readonly ReminderLadder None = new([], "");

    private ReminderLadder(IReadOnlyList<ReminderRung> rungs, string version) => (Rungs, Version) = (rungs, version);

    /// <summary>The rungs.</summary>
    public IReadOnlyList<ReminderRung> Rungs { get; }

    /// <summary>A hash over the text.</summary>
    public string Version { get; }

    /// <summary>Reads a file strictly.</summary>
    /// <param name="book">The procedures on file: what the ladder names must be there.</param>
    /// <param name="posts">The kinds of post there are.</param>
    /// <returns>The ladder, or what is wrong with the file.</returns>
    public static (ReminderLadder? Ladder, RuleProblem? Problem) Read(RuleFile file, RuleBook book, IReadOnlySet<string> posts)
    {
        try
        {
            var rungs = new LadderReader(book, posts).Read(RuleNode.Parse(file));
            return (new ReminderLadder(rungs, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text.ReplaceLineEndings("\n"))))), null);
        }
        catch (RuleException e)
        {
            return (null, e.Problem);
        }
    }

    /// <summary>What calls on a due date: what has called since it was last looked at, the latest first, and the day it calls next.</summary>
    /// <param name="procedures">The procedure the limit stands in, and the whole it is part of.</param>
    /// <param name="since">The first day not yet looked at.</param>
    public (IReadOnlyList<ReminderCall> Called, DateOnly? Next) Look(
        IReadOnlyCollection<string> procedures, string limit, DateOnly due, DateOnly since, DateOnly today, WorkCalendar calendar)
    {
        List<ReminderCall> called = [];
        DateOnly? next = null;
        foreach (var rung in Rungs.Where(r => r.IsOf(procedures, limit)))
        {
            foreach (var call in rung.Calls(due, calendar))
            {
                if (call.On > today)
                {
                    next = next is null || call.On < next ? call.On : next;
                    break;
                }

                if (call.On >= since)
                {
                    called.Add(call);
                }
            }
        }

        return ([.. called.Select((call, i) => (call, i)).OrderByDescending(c => c.call.On).ThenByDescending(c => c.i).Select(c => c.call)], next);
    }

    /// <summary>The rungs an act calls.</summary>
    public IEnumerable<ReminderRung> Upon(string procedure, string step) =>
        Rungs.Where(r => r.Upon.Contains(step) && (r.Procedures.Count == 0 || r.Procedures.Contains(procedure)));
}
