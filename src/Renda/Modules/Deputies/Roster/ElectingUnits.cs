using Renda.Platform.Rules;

namespace Renda.Modules.Deputies.Roster;

/// <summary>Those who elect deputies (原选举单位), by the code of their division; the army elects by itself (选举法第六条).</summary>
internal sealed class ElectingUnits(Divisions divisions)
{
    public const string Army = "PLA";
    private const string ArmyName = "人民解放军";

    public string Name(string code) => code == Army ? ArmyName : divisions.Name(code);

    /// <summary>The code of what was written, a code or a name; null where it is neither, or a name several places have.</summary>
    /// <param name="province">A division code; its own places are looked through first.</param>
    public string? Find(string written, string province) => written.Trim() switch
    {
        Army or ArmyName or "解放军" => Army,
        { Length: 6 } code when code.All(char.IsAsciiDigit) => divisions.Knows(code) ? code : null,
        var name => divisions.Called(name, province),
    };

    /// <summary>The places that elect to a province's congress: itself and its cities.</summary>
    public IEnumerable<(string Code, string Name)> Of(string province) =>
        [.. divisions.Cities(province), (Army, ArmyName)];
}
