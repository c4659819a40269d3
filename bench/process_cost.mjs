// What processes cost, as the kernel counts it.
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const TICKS = 100 // of /proc, a second

/** Processor time in seconds and resident memory in MB of one process. */
function cost(pid) {
  const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { cpu: (Number(times[11]) + Number(times[12])) / TICKS, mb: Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024 }
}

/** Of processes by name: processors' worth of work over some seconds, and memory afterwards. */
export async function watched(pids, seconds) {
  const began = performance.now()
  const before = pids.map(cost)
  await pause(seconds * 1000)
  const passed = (performance.now() - began) / 1000
  return pids.map(cost).map(({ cpu, mb }, nth) => ({ share: (cpu - before[nth].cpu) / passed, mb }))
}
export const watchedOne = async (pid, seconds) => (await watched([pid], seconds))[0]
