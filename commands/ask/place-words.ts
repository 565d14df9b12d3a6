// Names of places and bodies that a campaign does not have: other cities, and authorities that are usually not members.
// Only lists; what a text says of them is settled in bodies.ts.

/** Provinces and prefectures, without 省 and 市. Those whose names are everyday words are left out. */
export const PLACES: readonly string[] =
  `北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古
广西 西藏 宁夏 新疆 香港 澳门
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽
鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边
哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁
泰安 威海 日照 莱芜 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西
广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州
贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中
资阳 阿坝 甘孜 凉山 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨
日喀则 昌都 林芝 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 西宁
海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 beijing shanghai shenzhen guangzhou changsha wuhan hangzhou nanjing chengdu
chongqing tianjin qingyuan fuyang shaoyang xiangtan zhuzhou hengyang yiyang huaihua yueyang changde yongzhou chenzhou hunan hubei guangdong guangxi jiangxi jiangsu zhejiang fujian sichuan shandong hebei yunnan guizhou anhui`.split(
    /\s+/,
  );

/** What authorities are called; with or without 市, 省, 县 and 局, 委, 厅 around it. */
export const BODY_STEMS: readonly string[] =
  `卫生 卫计 卫健 卫生计生 教育 教体 财政 税务 国税 地税 工信 经信 经济和信息化 环保 环境保护 生态环境 交通 交通运输 民政 司法 审计 统计 国土 国土资源 自然资源 水利 水务
农业 农委 林业 文化 文广新 文广 体育 广电 旅游 安监 安全生产监督管理 应急管理 质监 质量技术监督 药监 食药监 食品药品监督管理 住建 建设 规划 城管 城市管理 人社 人力资源
科技 保监 证监 气象 邮政 烟草 供销 物价 粮食 档案 信访 民宗 侨务 外事 扶贫 移民 房产 公路 海事 地震 机关事务 公积金 市场监管 市场监督管理 大数据 医保 退役军人 审批
知识产权 消防 交警 国安 国家安全 纪检 监察 编办 编制 园林 畜牧 水产 招商 城建 国资 食药`.split(/\s+/);

/** Bodies with names of their own, whole. */
export const BODIES: readonly string[] =
  `法院 中院 高院 供销社 消防支队 交警支队 中级法院 人民法院 中级人民法院 检察院 人民检察院 发改委 发展改革委 发展和改革委员会 纪委 监委 政法委 组织部 宣传部 统战部 网信办 团委 妇联 总工会 工会 工商联 残联 科协
文联 国资委 卫计委 农委 经信委 住建委 信访局 督查室 政研室 政府办 市委办 人大 政协 编办 侨办 法制办 应急办 扶贫办 维稳办 综治办 海关 武警 军分区 经开区 高新区 开发区
万宝新区 工业园 证监局 证监会 保监局 保监会 保险协会 工商银行 农业银行 建设银行 中国银行 交通银行 邮储银行 农商银行 农商行 农信社 信用社 工行 农行 建行 中行 交行 邮政
电信公司 移动公司 联通公司 通信管理局 通管局 电力局 供电局 电视台 日报社 市委 省委 县委 区委 党校`.split(
    /\s+/,
  );

/** Which of them stand for the bureau without more. */
export const BARE_STEMS: readonly string[] =
  `城管 税务 国税 地税 工信 卫计 人社 住建 环保 财政 审计 安监 质监 药监 食药监 保监 证监 交警 消防 网信 发改 国土 民政 司法 教育 卫生 交通 水利 农业 林业 旅游 统计 电信 移动 联通`.split(
    /\s+/,
  );

/** The same in English. */
export const ENGLISH_BODIES =
  "(?:tax|taxation|education|health|finance|fiscal|environment(?:al)?(?: protection)?|transport(?:ation)?|justice|audit|statistics|water|agriculture|forestry|culture|tourism|housing|land|planning|fire|post|environment|traffic|forest|sports|grain|press|civil affairs|customs|labou?r|science|propaganda|industry and information technology) (?:bureau|department|administration|commission|authority|office)|(?:intermediate )?(?:people's )?court|procuratorate|customs|development and reform commission";

/** What other campaigns are about; only where the campaign's own names do not have the word. */
export const OTHER_CAMPAIGNS: readonly string[] =
  `安全生产 食品安全 食品药品 扫黑除恶 扫黑 环保 环境 生态环境 脱贫攻坚 精准扶贫 扶贫 禁毒 消防 消防安全 道路交通 交通安全 校园安全 校车 防汛 抗旱 信访 维稳
创文 创卫 文明城市 卫生城市 河长制 营商环境 打非治违 传销 打击传销 打传 扫黄打非 打假 假冒伪劣 危化品 煤矿 烟花爆竹 森林防火 秸秆禁烧 大气污染 蓝天 蓝天保卫
污染防治 水污染 拆违 两违 棚改 招商引资 人口普查 经济普查 农民工工资 欠薪 医疗 养老 疫情 疫情防控 乡村振兴 电信诈骗 反诈 非法采砂 超限超载 治超 特种设备 燃气
房地产 教育乱收费 保健品 农药 种子 网吧`.split(/\s+/);
export const ENGLISH_CAMPAIGNS =
  '(?:food|work(?:place)?|fire|road|traffic|school|production|mine)[ -]safety|anti-?(?:drug|gang|fraud|pyramid)|environment(?:al)?(?: protection)?|pollution(?: control)?|poverty(?:[ -](?:relief|alleviation))?|flood(?: control)?|drug control|fire prevention|census';

/** People by surname and office (李主任); those of the campaign are found by name before. */
export const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦马苗凤方俞任袁柳史唐费廉薛雷贺倪汤罗毕郝邬安常乐于傅康伍余元顾孟黄穆萧尹姚邵汪毛米贝戴宋庞熊纪舒屈项祝董梁杜阮季贾江童郭梅林钟徐邱骆高夏蔡田胡凌霍万柯卢莫经房丁邓洪石崔龚程刘段侯龙叶黎白赖聂曾易廖谭欧肖';
export const TITLES =
  '(?:副)?(?:主任|局长|科长|处长|股长|书记|县长|市长|区长|行长|警官|科员|秘书|组长|主席|部长|院长|所长|队长|经理|老师|同志|总(?![共计体数是的量结额]))';
