import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const YONGNING = '350581106000'

/** A demonstration on fresh data, and how to end it; or the one that runs at ANLAN_URL. */
export async function demonstration() {
  if (process.env.ANLAN_URL) return { base: process.env.ANLAN_URL, end: async () => undefined }
  const program = process.env.ANLAN_PROGRAM ?? fileURLToPath(new URL('../../build/release/anlan', import.meta.url))
  const data = mkdtempSync(join(tmpdir(), 'anlan-page-'))
  const running = spawn(program, ['demo', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const base = await new Promise((settle) => {
    createInterface({ input: running.stdout }).on('line', (line) => {
      const [word, area, , url] = line.split(' ')
      if (word === 'ready' && area === YONGNING) settle(url)
    })
  })
  const gone = new Promise((settle) => running.once('exit', settle))
  return {
    base,
    async end() {
      running.kill('SIGTERM')
      await gone
      rmSync(data, { recursive: true, force: true })
    },
  }
}
