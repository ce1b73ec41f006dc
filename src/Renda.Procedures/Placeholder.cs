namespace Renda.Procedures;
