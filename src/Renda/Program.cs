using Renda;
using Renda.Commands;

return await CommandLine.RunAsync(args);
