#!/usr/bin/env node
import { main } from '../lib/cli';

void main(process.argv.slice(2)).then((status) => {
  // Not process.exit: it would cut off output that a pipe has not taken yet.
  process.exitCode = status;
});
