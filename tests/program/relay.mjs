// A small relay that stands on one station's line, so that a cut is a cut of that line alone.
import { connect, createServer } from 'node:net'

/** Passes everything on to `to` until it is cut. */
export async function relay(to) {
  const open = new Set()
  let up = true
  const server = createServer((near) => {
    if (!up) return near.destroy()
    const far = connect(to, '127.0.0.1')
    for (const [one, other] of [[near, far], [far, near]]) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => (open.delete(one), other.destroy()))
    }
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: server.address().port,
    cut: () => ((up = false), open.forEach((each) => each.destroy())),
    mend: () => (up = true),
    close: () => (open.forEach((each) => each.destroy()), server.close()),
  }
}
