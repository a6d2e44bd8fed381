/** Runs within a time of its own, whatever else the machine does: far below what a blow-up takes. */
export function within<T>(milliseconds: number, action: () => T): T {
  const started = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(milliseconds);
  return result;
}
