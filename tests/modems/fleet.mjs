// Modems on pseudo-terminals, as many as wanted, and what they were given to send.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modem = fileURLToPath(new URL('modem.py', import.meta.url))
const STEP_ms = 20

export async function startFleet(folder, count) {
  const links = Array.from({ length: count }, (_, i) => join(folder, `ttyM${i}`))
  const running = links.map((link) => spawn('python3', [modem, link, `${link}.sent`], { stdio: ['ignore', 'ignore', 'inherit'] }))
  while (!links.every((link) => existsSync(link))) await new Promise((go) => setTimeout(go, STEP_ms))
  return {
    devices: links,
    /** Every message the network took, in the order of each modem. */
    sent: () =>
      links.flatMap((link) =>
        existsSync(`${link}.sent`) ? readFileSync(`${link}.sent`, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [],
      ),
    /** Messages arrive at the first modem. */
    deliver(messages) {
      const pdus = messages.map(({ from, words }) => {
        const digits = from.replace('+', '')
        const even = digits + 'F'.repeat(digits.length % 2)
        const swapped = even.replace(/(.)(.)/g, '$2$1')
        const octets = Buffer.from(words, 'utf16le').swap16()
        const hex = (n) => n.toString(16).toUpperCase().padStart(2, '0')
        return `0004${hex(digits.length)}91${swapped}000862110321000023${hex(octets.length)}${octets.toString('hex').toUpperCase()}`
      })
      writeFileSync(`${links[0]}.new`, pdus.join('\n'))
      renameSync(`${links[0]}.new`, `${links[0]}.inbox`)
    },
    stop: () => running.forEach((each) => each.kill('SIGKILL')),
  }
}
