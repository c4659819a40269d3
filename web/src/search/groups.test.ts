import { describe, expect, it } from 'vitest'
import { extract, groupsOf, pageOf, pieces } from './groups'

const found = (kind: string, subject = 'x') => ({
  kind,
  subject,
  title: '',
  text: '',
  state: '',
  drill: '',
  area: '',
  at: '',
})

describe('what was found', () => {
  it('stands in groups, the log last', () => {
    const groups = groupsOf([found('log'), found('order'), found('log'), found('incident')])
    expect(groups.map((each) => [each.kind, each.items.length])).toEqual([
      ['incident', 1],
      ['order', 1],
      ['log', 2],
    ])
  })

  it('leads to its page, and nowhere when there is none', () => {
    expect(pageOf(found('order', 'a/b'))).toBe('/orders/a%2Fb')
    expect(pageOf(found('dispatch'))).toBe('/dispatch/x')
    expect(pageOf(found('callout'))).toBe('/callouts/x')
    expect(pageOf(found('log'))).toBe('')
  })
})

describe('a hit', () => {
  it('is marked wherever it stands, signs and case aside', () => {
    expect(pieces('台风(A)防台风', '台风')).toEqual([
      { text: '台风', hit: true },
      { text: '(A)防', hit: false },
      { text: '台风', hit: true },
    ])
    expect(pieces('ABC甲', 'abc').map((each) => each.hit)).toEqual([true, false])
    expect(pieces('甲.*乙', '.*')[1]).toEqual({ text: '.*', hit: true })
  })

  it('is shown with what stands around it', () => {
    const long = '甲'.repeat(100) + '积水' + '乙'.repeat(100)
    expect(extract(long, '积水')).toContain('积水')
    expect(extract(long, '积水').length).toBeLessThan(130)
    expect(extract('短文', '积水')).toBe('短文')
  })
})
