// Words to the village loudspeakers: one writes, another releases, each terminal ends with one outcome, a drill stays
// among the loudspeakers marked for drills, and a red warning lets one person alone say what its template says.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { typhoonAlert } from './alert.mjs'
import { command, COUNTY, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const HARBOUR = '350581106205'
const MEADOW = '350581106204'
let county, browser, officer, head, bureau, writing, releasing, id

before(async () => {
  county = await startCounty()
  browser = await launch()
  officer = await signIn(county.url(), 'zhiban')
  head = await signIn(county.url(), 'zhanzhang')
  bureau = await signIn(county.url(COUNTY), 'shiju')
  writing = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
  releasing = await enter(browser, county.url(), { login: 'zhanzhang', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const sheet = (more = {}) => ({
  purpose: 'emergency', severity: 2, title: '测试广播', text: '这是测试。', siren: false, recording: '', repeats: 1, zones: [HARBOUR], pattern: '', ...more,
})
const draft = async (who, more, query = '') => (await who.post(`/api/v1/broadcasts${query}`, { sheet: sheet(more) })).body.id
const detail = (one, who = officer) => who.get(`/api/v1/broadcasts/${one}`)
const pictures = process.env.SHOTS
async function picture(name) {
  if (!pictures) return
  const size = releasing.viewportSize()
  for (const [width, height] of [[1366, 768], [390, 844]]) {
    await releasing.setViewportSize({ width, height })
    await releasing.screenshot({ path: `${pictures}/${name}_${width}x${height}.png` })
  }
  await releasing.setViewportSize(size)
}
const ENDED = ['played', 'failed', 'silent', 'stopped']

test('one writes: villages, a template with their names in it, and how long it lasts', async () => {
  await writing.goto(`${county.url()}/broadcast`)
  await writing.getByText(/只喇叭中有 1 只失联/).waitFor()
  await writing.getByRole('button', { name: '写广播' }).click()
  const list = writing.getByRole('group', { name: '播放区域' })
  await list.getByLabel(/港边村/).check()
  await list.getByLabel(/梅林村/).check()
  await writing.locator('select[name="pattern"]').selectOption('boats_return')
  const words = writing.locator('textarea[name="text"]')
  await until(() => words.inputValue(), (text) => /(港边村、梅林村|梅林村、港边村)的渔民/.test(text))
  await writing.getByText(/全部播完约 \d+:\d\d/).waitFor()
  await writing.getByRole('button', { name: '保存，送第二人审核' }).click()
  await writing.waitForURL(/\/broadcast\/(?!new)/)
  id = new URL(writing.url()).pathname.split('/').pop()
  await writing.getByText('等待第二人审核播发').waitFor()
  assert.equal(await writing.getByRole('button', { name: '审核无误，播发' }).count(), 0, 'the writer has no such button')
  assert.equal((await detail(id)).reach, 2)
})

test('what no voice can say is refused beside its field, and the words stay', async () => {
  await writing.goto(`${county.url()}/broadcast/new?zones=${HARBOUR}`)
  await writing.locator('input[name="title"]').fill('测试')
  const words = writing.locator('textarea[name="text"]')
  await words.fill('台风来了🌀')
  await writing.getByRole('button', { name: '保存，送第二人审核' }).click()
  await writing.getByText(/第 5 个字符（🌀 U\+1F300）是表情或图形符号/).waitFor()
  assert.equal(await words.getAttribute('aria-invalid'), 'true')
  assert.equal(await words.inputValue(), '台风来了🌀')
  const long = await officer.post('/api/v1/broadcasts', { sheet: sheet({ text: '风'.repeat(10_000) }) })
  assert.deepEqual([long.status, long.body.code, long.body.field], [422, 'too_long', 'sheet.text'])
})

test('nobody releases his own words, whatever he may', async () => {
  const release = (who, one) => who.post(`/api/v1/broadcasts/${one}/release`, { revision: 1, warning: '' })
  assert.equal((await release(officer, id)).status, 403)
  const own = await draft(head)
  const refused = await release(head, own)
  assert.deepEqual([refused.status, refused.body.code], [422, 'same_person'])
  assert.equal((await detail(own)).broadcast.state, 'draft')
  assert.equal((await head.post(`/api/v1/broadcasts/${own}/stop`, { reason: '' })).status, 200)
})

test('another sees the one thing to press, and presses it', async () => {
  await releasing.goto(`${county.url()}/broadcast`)
  const card = releasing.locator(`[data-broadcast="${id}"][data-state="draft"]`)
  await card.getByRole('button', { name: '审核无误，播发' }).click()
  await card.getByRole('button', { name: '再按一次，立即播发' }).click()
  const seen = await until(() => detail(id), (each) => each.broadcast.state !== 'draft')
  assert.ok(['waiting', 'playing'].includes(seen.broadcast.state), seen.broadcast.state)
  assert.notEqual(seen.broadcast.released_name, seen.broadcast.drafted_name)
  assert.equal(seen.parts.length, 2)
  await releasing.locator(`article[data-broadcast="${id}"]`).getByRole('progressbar').waitFor()
})

test('it is stopped at once, and every terminal ends with one outcome', async () => {
  await writing.goto(`${county.url()}/broadcast/${id}`)
  await writing.locator('tr[data-terminal]').nth(1).waitFor()
  await writing.getByRole('button', { name: '立即停止' }).click()
  await writing.getByText('已停止').first().waitFor()
  const { broadcast, parts } = await detail(id)
  assert.equal(broadcast.state, 'stopped')
  for (const part of parts) assert.ok(ENDED.includes(part.outcome), JSON.stringify(part))
  const again = await head.post(`/api/v1/broadcasts/${id}/release`, { revision: 1, warning: '' })
  assert.equal(again.status, 200, 'sent twice it was already so')
  assert.equal((await detail(id)).broadcast.state, 'stopped', 'and what was stopped stays stopped')
  const log = (await officer.get('/api/v1/duty-log?limit=200')).items.filter((each) => each.subject === id).map((each) => each.text_zh)
  for (const line of [/^起草应急广播/, /^审核播发应急广播（2 只喇叭）/, /^停止广播/]) assert.ok(log.some((each) => line.test(each)), JSON.stringify(log))
})

test('a drill sounds at loudspeakers marked for drills and nowhere else', async () => {
  const drill = (await bureau.post('/api/v1/drills', { name: '测试演练', scenario: '' })).body.id
  await until(() => officer.get('/api/v1/drills'), (page) => page.items.some((each) => each.id === drill && each.state === 'running'))
  const real = await officer.post(`/api/v1/broadcasts?drill=${drill}`, { sheet: sheet() })
  assert.deepEqual([real.status, real.body.code], [422, 'purpose_of_drill'])
  const exercise = await draft(officer, { purpose: 'drill', zones: ['350581106000'] }, `?drill=${drill}`)
  const released = await head.post(`/api/v1/broadcasts/${exercise}/release`, { revision: 1, warning: '' })
  assert.equal(released.status, 200, JSON.stringify(released.body))
  const { broadcast, parts } = await detail(exercise)
  assert.match(broadcast.words, /^演练/)
  const { items } = await officer.get('/api/v1/terminals')
  const marked = items.filter((each) => each.drill_ok).map((each) => each.id)
  assert.ok(marked.length > 0 && marked.length < items.length)
  assert.deepEqual(parts.map((each) => each.terminal).sort(), marked.sort())
  const listed = await officer.get('/api/v1/broadcasts')
  assert.ok(!listed.items.some((each) => each.id === exercise), 'not among what is real')
  await bureau.post(`/api/v1/drills/${drill}/end`, { reason: '测试' })
})

test('the county speaks through the loudspeakers of its town, and stops there too', async () => {
  const writer = await signIn(county.url(COUNTY), 'zhanzhang')
  const one = await draft(writer, { zones: [MEADOW] })
  assert.ok(one, 'the county drafts')
  assert.equal((await bureau.post(`/api/v1/broadcasts/${one}/release`, { revision: 1, warning: '' })).status, 200)
  const taken = await until(() => detail(one), (each) => each.broadcast?.state === 'waiting' || each.broadcast?.state === 'playing')
  assert.equal(taken.broadcast.from, COUNTY)
  assert.equal(taken.parts.length, 1)
  await bureau.post(`/api/v1/broadcasts/${one}/stop`, { reason: '测试' })
  await until(() => detail(one), (each) => each.broadcast.state === 'stopped')
  await until(() => detail(one, bureau), (each) => each.below[0]?.state === 'stopped')
})

test('a red warning lets one person alone say the words of its template', async () => {
  const alone = async (more) => {
    const one = await draft(officer, { zones: [HARBOUR], ...more })
    return [one, (warning) => officer.post(`/api/v1/broadcasts/${one}/release-by-warning`, { revision: 1, warning })]
  }
  await head.post('/api/v1/warnings', typhoonAlert({ identifier: 'B-1' }), 'application/cap+xml')
  const { authorities } = await until(() => officer.get('/api/v1/broadcasts/desk'), (desk) => desk.authorities.length > 0)
  const [, own_words] = await alone({})
  assert.equal((await own_words(authorities[0].warning)).body.code, 'words_not_authorised')
  const { items } = await officer.get(`/api/v1/broadcasts/templates?zones=${HARBOUR}`)
  const { text } = items.find((each) => each.id === 'typhoon_red')
  const [one] = await alone({ text, pattern: 'typhoon_red' })
  await writing.goto(`${county.url()}/broadcast/${one}`)
  await writing.getByRole('button', { name: /凭“测试气象台发布台风红色预警信号”播发/ }).click()
  await writing.getByRole('button', { name: '再按一次，立即播发' }).click()
  const seen = await until(() => detail(one), (each) => each.broadcast.state !== 'draft')
  assert.equal(seen.broadcast.warning, authorities[0].warning)
  assert.equal((await officer.post(`/api/v1/broadcasts/${one}/stop`, { reason: '' })).status, 200)
})

test('loudspeakers are kept: volume, heartbeat, the monthly test', async () => {
  await releasing.goto(`${county.url()}/broadcast/terminals`)
  const first = releasing.locator('tr[data-terminal]').first()
  await first.getByText('失联').waitFor()
  const slider = first.getByRole('slider')
  await slider.fill('35')
  await until(async () => (await officer.get('/api/v1/terminals')).items.some((each) => each.volume === 35), Boolean)
  await releasing.getByRole('region', { name: '月度试播' }).getByText(/上次/).first().waitFor()
  await releasing.getByRole('button', { name: '登记喇叭' }).click()
  const form = releasing.getByRole('dialog', { name: '登记喇叭' })
  await form.locator('input[name="name"]').fill('测试喇叭')
  await form.locator('select[name="area"]').selectOption(HARBOUR)
  await form.locator('input[name="address"]').fill('没有端口')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText(/主机:端口”/).waitFor()
  await form.locator('input[name="address"]').fill('10.1.2.3:5004')
  await form.getByRole('button', { name: '保存' }).click()
  await releasing.getByRole('row', { name: /测试喇叭/ }).waitFor()
})

test('a network column is told its coding, and an internet radio is a loudspeaker too', async () => {
  await releasing.goto(`${county.url()}/broadcast/terminals`)
  await releasing.getByRole('button', { name: '登记喇叭' }).click()
  const form = releasing.getByRole('dialog', { name: '登记喇叭' })
  const fill = async (name, address) => {
    await form.locator('input[name="name"]').fill(name)
    await form.locator('select[name="area"]').selectOption(HARBOUR)
    await form.locator('input[name="address"]').fill(address)
  }
  await fill('测试 Opus 音柱', '10.1.2.4:5004')
  await form.getByLabel('Opus').check()
  await picture('broadcast_terminal_form_opus')
  await form.getByRole('button', { name: '保存' }).click()
  await releasing.getByRole('row', { name: /测试 Opus 音柱.*网络音柱 · Opus/ }).waitFor()
  await releasing.getByRole('button', { name: '登记喇叭' }).click()
  await fill('测试网络收音机', '没有挂载点')
  await form.getByLabel('流媒体').check()
  await form.getByText(/流媒体没有播放回执/).waitFor()
  assert.equal(await form.getByLabel('Opus').count(), 0, 'a stream has no coding to choose')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText(/主机:端口\/挂载点”/).waitFor()
  await picture('broadcast_terminal_form_stream')
  await form.locator('input[name="address"]').fill('10.1.2.3:8000/gangbian.opus')
  await form.getByRole('button', { name: '保存' }).click()
  const row = releasing.getByRole('row', { name: /测试网络收音机.*流媒体/ })
  await row.waitFor()
  await picture('broadcast_terminals')
  const stream = await row.getAttribute('data-terminal')
  const one = await draft(officer)
  assert.equal((await head.post(`/api/v1/broadcasts/${one}/release`, { revision: 1, warning: '' })).status, 200)
  const part = await until(async () => (await detail(one)).parts.find((each) => each.terminal === stream), (each) => each?.outcome)
  assert.equal(part.outcome, 'failed', 'no password for that server stands in the configuration')
  assert.match(part.note, /\[\[node\.icecast\]\]/)
  await releasing.goto(`${county.url()}/broadcast/${one}`)
  await releasing.locator(`tr[data-terminal="${stream}"][data-outcome="failed"]`).waitFor()
  await picture('broadcast_receipts')
  await officer.post(`/api/v1/broadcasts/${one}/stop`, { reason: '测试' })
})

test('no page threw anything, and the journal proves', async () => {
  assert.deepEqual([...writing.faults, ...releasing.faults], [])
  await county.stop()
  const verdict = command('verify', '--data', county.data)
  assert.equal(verdict.status, 0, verdict.text)
})
