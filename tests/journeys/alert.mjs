// Own-made CAP 1.2 messages. Sender and text are invented and say so.
const instant = (at) => new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00')

/** A typhoon signal for the whole of Shishi. */
export function typhoonAlert({ identifier, colour = '红色', status = 'Actual', code = '350581' }) {
  const severity = { 红色: 'Extreme', 橙色: 'Severe', 黄色: 'Moderate', 蓝色: 'Minor' }[colour]
  const now = Date.now()
  return `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>${identifier}</identifier>
  <sender>journey@anlan.invalid</sender>
  <sent>${instant(now)}</sent>
  <status>${status}</status>
  <msgType>Alert</msgType>
  <scope>Public</scope>
  <info>
    <language>zh-CN</language>
    <category>Met</category>
    <event>台风</event>
    <urgency>Expected</urgency>
    <severity>${severity}</severity>
    <certainty>Likely</certainty>
    <effective>${instant(now)}</effective>
    <expires>${instant(now + 6 * 3600e3)}</expires>
    <senderName>测试气象台</senderName>
    <headline>测试气象台发布台风${colour}预警信号</headline>
    <description>测试：预计六小时内本地将受台风影响。</description>
    <instruction>测试：请立即到岗。</instruction>
    <area>
      <areaDesc>石狮市</areaDesc>
      <geocode>
        <valueName>行政区划代码</valueName>
        <value>${code}</value>
      </geocode>
    </area>
  </info>
</alert>
`
}
