using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Renda.Platform.Access;

/// <summary>Where nothing can be written: the keys there are go on, and one that has to be made lasts as long as the program runs.</summary>
internal sealed class PassingKeys : IPostConfigureOptions<KeyManagementOptions>
{
    public void PostConfigure(string? name, KeyManagementOptions options) => options.XmlRepository = new Repository(options.XmlRepository!);

    private sealed class Repository(IXmlRepository kept) : IXmlRepository
    {
        private readonly List<XElement> made = [];

        public IReadOnlyCollection<XElement> GetAllElements()
        {
            lock (made)
            {
                return [.. kept.GetAllElements(), .. made];
            }
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            lock (made)
            {
                made.Add(element);
            }
        }
    }
}
