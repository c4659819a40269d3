// The demonstration county with its prefecture above it, in one process: what goes further up than the county.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { COUNTY, program } from './county.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const START_ms = 90_000
export const PREFECTURE = '350500000000'
export const TOWNS = ['350581001000', '350581102000', '350581103000', '350581106000']
const NAMES = ['湖滨街道', '蚶江镇', '祥芝镇', '永宁镇']

const node = (area, name) => `[[node]]
area = "${area}"
name = "${name}"
demo = true
port = 0
`

/** Starts six nodes and waits until each has said where it is. */
export async function startPrefecture() {
  const data = mkdtempSync(join(tmpdir(), 'anlan-prefecture-'))
  const config = join(data, 'anlan.toml')
  const nodes = [node(PREFECTURE, '泉州市'), node(COUNTY, '石狮市'), ...TOWNS.map((area, at) => node(area, NAMES[at]))]
  writeFileSync(config, `data = "${data}"\nshared = "${root}/data"\nweb = "${root}/web/dist"\n${nodes.join('')}`)
  const running = spawn(program, ['serve', '--config', config], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((settle) => running.once('exit', (code, signal) => settle(code ?? signal)))
  const urls = new Map()
  await new Promise((settle, fail) => {
    const late = setTimeout(() => fail(new Error(`only ${urls.size} of ${nodes.length} nodes were ready`)), START_ms)
    createInterface({ input: running.stdout }).on('line', (line) => {
      const [word, area, , url] = line.split(' ')
      if (word === 'ready') urls.set(area, url)
      if (urls.size === nodes.length) settle(clearTimeout(late))
    })
    gone.then((code) => fail(new Error(`the program ended with ${code} before it was ready`)))
  })
  return {
    data,
    url: (area) => urls.get(area),
    async stop() {
      running.kill('SIGTERM')
      return gone
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  }
}
