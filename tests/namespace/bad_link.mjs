// Two network namespaces with a bad line between them, and programs that run in them. Needs root.
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'

const tag = `anl${process.pid}`
export const hostAbove = '10.77.0.1'
export const hostBelow = '10.77.0.2'
const spaces = { above: `${tag}a`, below: `${tag}b` }

function must(...words) {
  const done = spawnSync(words[0], words.slice(1))
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}`)
}

/** A child process as lines: `say` writes one, `line(test, limit)` waits for one that passes. */
export class Program {
  constructor(words, showErrors = true) {
    this.process = spawn(words[0], words.slice(1), { stdio: ['pipe', 'pipe', showErrors ? 'inherit' : 'ignore'] })
    this.lines = []
    this.waiting = []
    createInterface({ input: this.process.stdout }).on('line', text => {
      const entry = { at: Date.now(), text }
      this.lines.push(entry)
      this.waiting = this.waiting.filter(wait => !(wait.test(entry) && (wait.resolve(entry), true)))
    })
  }
  say(text) {
    this.process.stdin.write(text + '\n')
  }
  /** The first line, from now on or since `after`, that passes. */
  line(test, limitMs, after = Date.now()) {
    const known = this.lines.find(entry => entry.at >= after && test(entry.text))
    if (known) return Promise.resolve(known)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('waited in vain; last: ' + this.lines.at(-1)?.text)), limitMs)
      this.waiting.push({
        test: entry => test(entry.text),
        resolve: entry => (clearTimeout(timer), resolve(entry))
      })
    })
  }
  /** By the end of its input, or by a signal. */
  async end(signal) {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = new Promise(resolve => this.process.once('exit', resolve))
    if (signal) this.process.kill(signal)
    else this.process.stdin.end()
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 10_000)
    await gone
    clearTimeout(timer)
  }
}

/** Words that run a program in one of the spaces. */
export const inSpace = (where, ...words) => ['netns', 'exec', spaces[where], ...words]

export class BadLink {
  constructor(badLineProgram) {
    for (const space of Object.values(spaces)) {
      must('ip', 'netns', 'add', space)
      must('ip', '-n', space, 'link', 'set', 'lo', 'up')
    }
    this.line = new Program([badLineProgram, spaces.above, hostAbove, spaces.below, hostBelow])
  }
  async ready() {
    await this.line.line(text => text.startsWith('ok'), 5000, 0)
    return this
  }
  /** E.g. weather('rate 9600', 'delay 750', 'loss 10'); answers with the IP bytes that entered up and down so far. */
  async weather(...orders) {
    let answer
    for (const order of orders) {
      const since = this.line.lines.length
      this.line.say(order)
      while (this.line.lines.length === since) await new Promise(resolve => setTimeout(resolve, 2))
      answer = this.line.lines.at(-1).text
    }
    const [, down, up] = answer.split(' ').map(Number)
    return { up, down }
  }
  run(where, ...words) {
    return new Program(['ip', ...inSpace(where, ...words)])
  }
  async end() {
    await this.line.end()
    for (const space of Object.values(spaces)) spawnSync('ip', ['netns', 'del', space])
  }
}

export const pause = ms => new Promise(resolve => setTimeout(resolve, ms))
