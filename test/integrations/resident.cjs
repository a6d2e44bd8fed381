// The built command line in a process that stays: a test of a pipeline's scripts starts it forty times, and starting is
// most of what a run costs. `node resident.cjs serve SOCKET FOLDER` runs what `node resident.cjs SOCKET ARGUMENT...`
// asks for, in its folder and its environment, and gives back output and exit status. One runs at a time.
const { once } = require('node:events');
const { createServer, connect } = require('node:net');

/** All that the other side sends; iterating over a socket would close it. */
async function received(connection) {
  let text = '';
  connection.setEncoding('utf8').on('data', (part) => (text += part));
  await once(connection, 'end');
  return text;
}

async function serve(socket, folder) {
  const { main } = require(`${folder}/lib/cli`);
  let turn = Promise.resolve();
  const answer = async (connection) => {
    const { args, cwd, env } = JSON.parse(await received(connection));
    const written = { stdout: '', stderr: '' };
    const stream = (name) => ({ isTTY: false, write: (part) => void (written[name] += part) });
    process.chdir(cwd);
    const status = await main(args, { stdout: stream('stdout'), stderr: stream('stderr'), env });
    connection.end(JSON.stringify({ status, ...written }));
  };
  createServer({ allowHalfOpen: true }, (connection) => {
    turn = turn.then(() => answer(connection)).catch((error) => connection.end(String(error)));
  }).listen(socket, () => process.send('ready'));
}

async function ask(socket, args) {
  const connection = connect(socket);
  connection.end(JSON.stringify({ args, cwd: process.cwd(), env: process.env }));
  const { status, stdout, stderr } = JSON.parse(await received(connection));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}

const [first, ...rest] = process.argv.slice(2);
void (first === 'serve' ? serve(...rest) : ask(first, rest));
