// One real process of the program on loopback, its ports its own.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export const program = process.env.ANLAN_PROGRAM

/** Starts it and waits until as many nodes as wanted have said `ready`. `said` gathers what it logs. */
export async function start(words, nodes) {
  const running = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = new Promise((settle) => running.once('exit', (code, signal) => settle(code ?? signal)))
  const said = []
  createInterface({ input: running.stderr }).on('line', (line) => said.push(line))
  const urls = new Map()
  await new Promise((settle, fail) => {
    createInterface({ input: running.stdout }).on('line', (line) => {
      const [word, area, , url] = line.split(' ')
      if (word === 'ready') urls.set(area, url)
      if (urls.size === nodes) settle()
    })
    gone.then((code) => fail(new Error(`ended with ${code} before it was ready: ${said.join('\n')}`)))
  })
  return {
    url: (area) => urls.get(area),
    said,
    alive: () => running.exitCode === null && running.signalCode === null,
    stop() {
      running.kill('SIGTERM')
      return gone
    },
  }
}
