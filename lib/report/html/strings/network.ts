/** The section "Network". */
export const networkStrings = {
  title: { en: 'Network', 'zh-Hant': '網絡' },
  map: { en: 'Map of the network', 'zh-Hant': '網絡圖' },
  mapHelp: {
    en: 'Everything on it was read from the templates. Choose a zone or an arrow to see what proves it, down to the line.',
    'zh-Hant': '圖中所有內容均讀自範本。選擇區域或箭頭，即可查看其證明，直至範本行號。',
  },
  unit: { en: 'Templates', 'zh-Hant': '範本' },
  internet: { en: 'Internet', 'zh-Hant': '互聯網' },
  organization: { en: 'Organisation {name}', 'zh-Hant': '機構 {name}' },
  templates: { en: 'What the templates make', 'zh-Hant': '範本所建立的內容' },
  account: { en: 'Account {name}', 'zh-Hant': '帳戶 {name}' },
  without: { en: 'Accounts without a network', 'zh-Hant': '沒有網絡的帳戶' },
  hub: { en: 'Transit gateway', 'zh-Hant': '中轉閘道' },
  tables: { en: 'route tables: {names}', 'zh-Hant': '路由表：{names}' },
  attached: { en: ['{n} attachment', '{n} attachments'], 'zh-Hant': '{n} 個連接' },
  trust: { en: 'trust {level}', 'zh-Hant': '信任級別 {level}' },
  show: { en: 'Show', 'zh-Hant': '顯示' },
  showAll: { en: 'everything that can pass', 'zh-Hant': '所有可通過的流量' },
  showInternet: { en: 'to and from outside', 'zh-Hant': '進出外部' },
  showUndeclared: { en: 'undeclared or undecided', 'zh-Hant': '未申報或未能判定' },
  showBetween: { en: 'between VPCs', 'zh-Hant': 'VPC 之間' },
  noneShown: { en: 'Nothing of this kind can pass.', 'zh-Hant': '沒有此類流量可通過。' },
  zoomIn: { en: 'Larger', 'zh-Hant': '放大' },
  zoomOut: { en: 'Smaller', 'zh-Hant': '縮小' },
  zoomReset: { en: 'Whole map', 'zh-Hant': '整幅圖' },
  close: { en: 'Close', 'zh-Hant': '關閉' },
  legend: { en: 'Legend', 'zh-Hant': '圖例' },
  arrowName: { en: 'From {from} to {to}: {traffic}, {kind}', 'zh-Hant': '由 {from} 至 {to}：{traffic}，{kind}' },
  arrowsName: { en: ['{n} arrow', '{n} arrows'], 'zh-Hant': '{n} 個箭頭' },
  zoneName: { en: 'Zone {name}', 'zh-Hant': '區域 {name}' },
  outsideName: { en: 'Outside: {name}', 'zh-Hant': '外部：{name}' },
  alike: { en: ['{n} VPC', '{n} VPCs of the same posture'], 'zh-Hant': '{n} 個配置相同的 VPC' },
  passes: { en: 'What passes', 'zh-Hant': '可通過的流量' },
  mayPass: { en: 'What may pass', 'zh-Hant': '或可通過的流量' },
  notDeclared: { en: 'Of it, no flow declares', 'zh-Hant': '其中未申報' },
  allTraffic: { en: 'everything', 'zh-Hant': '所有流量' },
  nothing: { en: 'Nothing passes.', 'zh-Hant': '沒有流量可通過。' },
  nothingDirect: { en: 'Nothing passes directly.', 'zh-Hant': '沒有流量可直接通過。' },
  flows: { en: 'Declared flows', 'zh-Hant': '已申報的流向' },
  noFlows: { en: 'No flow is declared from the one to the other.', 'zh-Hant': '兩者之間未有申報流向。' },
  ticket: { en: 'Ticket', 'zh-Hant': '檔號' },
  expires: { en: 'Last day', 'zh-Hant': '最後有效日' },
  proof: { en: 'The way of a packet, hop by hop', 'zh-Hant': '封包逐跳路徑' },
  mayProof: { en: 'A way that is possible', 'zh-Hant': '可能的路徑' },
  blocked: { en: 'What stops it', 'zh-Hant': '攔阻之處' },
  partly: { en: 'What stops the rest of what is declared', 'zh-Hant': '其餘已申報流量的攔阻之處' },
  more: { en: ['and {n} more', 'and {n} more'], 'zh-Hant': '另有 {n} 項' },
  unresolved: { en: 'What could not be resolved', 'zh-Hant': '未能解析的內容' },
  notWorkedOut: {
    en: 'In a network of this size, what stops each pair is told on request:',
    'zh-Hant': '此規模的網絡，須另行查詢各組合的攔阻之處：',
  },
  command: { en: 'Ask it yourself', 'zh-Hant': '自行查證' },
  reverse: { en: 'The other way round', 'zh-Hant': '反方向' },
  line: { en: 'line {line}', 'zh-Hant': '第 {line} 行' },
  nowhere: { en: 'AWS’s own default; no resource says it', 'zh-Hant': 'AWS 預設；沒有資源指明' },
  overInternet: {
    en: 'It leaves to the internet and comes in again at public addresses.',
    'zh-Hant': '流量先離開至互聯網，再經公開地址進入。',
  },
  others: { en: 'The others of the same posture', 'zh-Hant': '其他配置相同者' },
  vpc: { en: 'VPC', 'zh-Hant': 'VPC' },
  addresses: { en: 'Addresses', 'zh-Hant': '地址' },
  owner: { en: 'Account', 'zh-Hant': '帳戶' },
  unitOf: { en: 'Organisational unit', 'zh-Hant': '組織單位' },
  holds: { en: 'Holds', 'zh-Hant': '存放' },
  trustLevel: { en: 'Trust level', 'zh-Hant': '信任級別' },
  foundBy: { en: 'Known as a zone by', 'zh-Hant': '區域依據' },
  byTag: { en: 'the tags of its subnets', 'zh-Hant': '子網標籤' },
  byRoutes: { en: 'where the routes of its subnets lead', 'zh-Hant': '子網路由去向' },
  within: { en: 'Passes within the zone', 'zh-Hant': '區域內部可通過' },
  gateways: { en: 'Gateways of the VPC', 'zh-Hant': 'VPC 的閘道' },
  subnets: { en: 'Subnets', 'zh-Hant': '子網' },
  comesIn: { en: 'Comes in', 'zh-Hant': '進入' },
  goesOut: { en: 'Goes out', 'zh-Hant': '離開' },
  from: { en: 'From', 'zh-Hant': '由' },
  to: { en: 'To', 'zh-Hant': '至' },
  traffic: { en: 'Traffic', 'zh-Hant': '流量' },
  declaredBy: { en: 'Declared by', 'zh-Hant': '申報' },
  inspection: { en: 'Inspection', 'zh-Hant': '檢查' },
  list: { en: 'Everything that can pass', 'zh-Hant': '所有可通過的流量' },
  throughList: { en: 'Reached by way of something else', 'zh-Hant': '經其他元件到達' },
  throughHelp: {
    en: 'Load balancers, endpoints of services and the like end connections and open others: who connects to them reaches what is behind.',
    'zh-Hant': '負載平衡器、服務端點等元件會終止連線並另行建立連線：連接它們者即可到達其後的資源。',
  },
  byWay: { en: 'Reaches it by way of {way}', 'zh-Hant': '經 {way} 到達' },
  byWayPerhaps: { en: 'Perhaps reaches it by way of {way}', 'zh-Hant': '或可經 {way} 到達' },
  byWayOf: { en: 'By way of', 'zh-Hant': '經由' },
  connectsWith: { en: 'Connects with', 'zh-Hant': '連線使用' },
  arrivesAs: { en: 'Arrives as', 'zh-Hant': '到達時為' },
  matrix: { en: 'Every zone with every other', 'zh-Hant': '各區域之間' },
  matrixHelp: {
    en: 'From the zone of the row to that of the column. Arrow keys move; each cell leads to its proof.',
    'zh-Hant': '由列所示區域至欄所示區域。可用方向鍵移動；每格均連結至其證明。',
  },
  proven: { en: 'What holds of the whole network', 'zh-Hant': '整個網絡的性質' },
  holdsYes: { en: 'holds', 'zh-Hant': '成立' },
  holdsNo: { en: 'does not hold', 'zh-Hant': '不成立' },
  holdsUnknown: { en: 'not decided', 'zh-Hant': '未能判定' },
  hubs: { en: 'Transit gateways and their route tables', 'zh-Hant': '中轉閘道及其路由表' },
  destination: { en: 'Destination', 'zh-Hant': '目的地' },
  leadsTo: { en: 'Leads to', 'zh-Hant': '通往' },
  leadsNowhere: { en: 'nowhere', 'zh-Hant': '無處' },
  missing: { en: 'There is no {name} in these templates.', 'zh-Hant': '範本內沒有 {name}。' },
} as const;

/** What the kinds of arrows and cells mean. */
export const arrowStrings = {
  declared: { en: 'can pass, and is declared', 'zh-Hant': '可通過，並已申報' },
  undeclared: { en: 'can pass, and no flow declares it', 'zh-Hant': '可通過，但未有申報' },
  possible: { en: 'can pass; no flows are declared for it', 'zh-Hant': '可通過；未有為此申報流向' },
  unknown: { en: 'not decided by the templates', 'zh-Hant': '範本未能判定' },
  impossible: { en: 'declared, and cannot pass', 'zh-Hant': '已申報，但不能通過' },
  no: { en: 'cannot pass', 'zh-Hant': '不能通過' },
  within: { en: 'passes within the zone', 'zh-Hant': '區域內部可通過' },
  through: { en: 'packets cannot pass; reached by way of something else', 'zh-Hant': '封包不能通過；經其他元件到達' },
} as const;

/** Kinds of arrows in a word. */
export const arrowShortStrings = {
  declared: { en: 'declared', 'zh-Hant': '已申報' },
  undeclared: { en: 'undeclared', 'zh-Hant': '未申報' },
  possible: { en: 'possible', 'zh-Hant': '可能' },
  unknown: { en: 'undecided', 'zh-Hant': '未能判定' },
  impossible: { en: 'cannot pass', 'zh-Hant': '不能通過' },
} as const;

/** Whether what passes goes through a firewall. */
export const inspectedStrings = {
  yes: { en: 'Every way of it passes a firewall.', 'zh-Hant': '所有路徑均經過防火牆。' },
  no: { en: 'A way of it passes no firewall.', 'zh-Hant': '有路徑不經過防火牆。' },
  unknown: { en: 'Whether it passes a firewall is not decided.', 'zh-Hant': '未能判定是否經過防火牆。' },
} as const;

/** The same, in a word. */
export const inspectedShortStrings = {
  yes: { en: 'inspected', 'zh-Hant': '經檢查' },
  no: { en: 'passes no firewall', 'zh-Hant': '不經防火牆' },
  unknown: { en: 'inspection undecided', 'zh-Hant': '未能判定檢查' },
} as const;

/** What the register says of a flow. */
export const standingStrings = {
  registered: { en: 'in the register', 'zh-Hant': '已登記' },
  claimed: { en: 'claimed by the template; no register was given', 'zh-Hant': '範本聲稱；未有提供登記冊' },
  'not registered': { en: 'claimed by the template, not in the register', 'zh-Hant': '範本聲稱，但登記冊沒有記錄' },
  expired: { en: 'expired on {day}', 'zh-Hant': '已於 {day} 屆滿' },
} as const;

/** Gateways of VPCs. */
export const gatewayStrings = {
  internet: { en: 'internet gateway', 'zh-Hant': '互聯網閘道' },
  'egress-only': { en: 'egress-only gateway', 'zh-Hant': '僅出口閘道' },
  virtual: { en: 'virtual private gateway', 'zh-Hant': '虛擬專用閘道' },
  carrier: { en: 'carrier gateway', 'zh-Hant': '電訊商閘道' },
  local: { en: 'local gateway', 'zh-Hant': '本地閘道' },
  nat: { en: 'NAT gateway', 'zh-Hant': 'NAT 閘道' },
  peering: { en: 'peering', 'zh-Hant': '對等連接' },
} as const;
