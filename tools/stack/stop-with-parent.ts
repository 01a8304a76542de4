// Loaded into a program before its own code: when whoever started it is gone, even by force, the channel between them
// closes, and the program ends as it would on SIGTERM instead of holding its port for ever.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
