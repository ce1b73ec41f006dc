using Renda;
using Renda.Commands;

return Brisk.Wants(args) ? await Brisk.RunAsync(args) : await CommandLine.RunAsync(args);
