"""Yes, said by denying its opposite: 不存在清单不健全的情况; 哪能没开通，早开了.

And what is no yes: 开通是开通了，就是用不了; 要求是….
"""

import re

from domain.patterns import pattern_of
from domain.reader import point_words as said

SIGN = "[^,;。!\n]"
TRADITIONAL = str.maketrans("無沒發實開個還報錄應條記證詞機設", "无没发实开个还报录应条记证词机设")
NOT_NOT = pattern_of(
    rf"(?:不存在|没有?(?:发现|出现|查出|查到|看到)?|无|未(?:发现|出现)|杜绝)(?P<what>{SIGN}{{0,12}}?)(?:不(?![断少])|未|没有?)"
    rf"(?P<state>{SIGN}{{1,8}}?)(?:的?(?:情[况形]|现象|问题|地方|事项?)|的?[这那][个种一]?(?:一?说|说法|回事|码事|事)|一说)"
)
# 没开通是不存在的
NO_NOT = pattern_of(
    rf"(?:^|(?<=[,;。]))(?:没有?|未|不(?!存))(?P<state>{SIGN}{{1,8}}?)(?:的?(?:情[况形]|现象|问题))?(?:是|那是|根本)?不存在的?(?=$|[,;。!])"
)
# 不是没开通，去年就上线了
NOT_UNDONE = pattern_of(
    rf"^(?:不是|并非)(?:没有?|未|不){SIGN}{{1,8}}[,;。]\s*(?=(?:[去前今]年|[上下]半年|上个?月|(?:[0-9]{{1,2}}|[一二三四五六七八九十]+)月份?|早|已经?|老早|年初)[^,;。没未不]*(?:就|已经?|早就?|都)[^,;。没未不]*[了过])"
)
# 没有不建台账的, 没有一个庭没建支部: all of them have
NOT_ONE_NOT = pattern_of(
    r"(?:没有?|无|不存在)(?:(?P<one>(?:任何|哪|一)+[个家项名件人]?)(?P<who>[^,;。!\n了也都建]{0,6}?)|(?P<what>[^,;。!\n有]{0,4}?))"
    r"(?:不(?![断少仅])|没有?|未|漏(?=[报填记登建]))(?P<state>(?!一|任何|哪)[^,;。!\n不没未]{1,10}?)(?P<end>的)?(?=$|[,;。!])"
)
ENOUGH = 3  # signs: a verb and what it is done to
# a question that expects no, before a clause that says it plainly
RHETORICAL = pattern_of(
    rf"(?:哪[能会]|哪里会|怎么?[会能]|岂[能会]|怎么可能)(?:还)?(?:没有?|不|未){SIGN}{{1,8}}[,;。!]+(?={SIGN}{{2}})"
)
# 没有建立，目前只有零散的申报表: none all the same
ONLY_SCRAPS = pattern_of(
    rf"^(?P<none>没有?(?=[,;])|{SIGN}{{0,16}}(?:没有?|未)(?:建[立成账台]?|设立|制定|制订|开通|开展|落实|上线)(?:起来|{SIGN}{{0,8}}))[,;。]\s*"
    rf"(?:但是?|不过)?(?:目前|现在|手头|手里)?(?:只|仅)有(?!{SIGN}*(?:第|项|建|开通|台账|制度|[0-9])){SIGN}*[。.!！]*$"
)
# 谁跟你说没开通？3月就上线了; 没人用才怪, 开通了才怪
MOCKED = pattern_of(
    rf"(?:^|(?<=[,;。!\n]))谁(?:跟|和|给|告诉|同)?[您你他]?们?(?:说|讲|告诉)[过的了]?{SIGN}{{0,4}}?(?:没|不|未){SIGN}{{1,8}}?[?\s,;。]+(?={SIGN}{{2}})"
)
OF_COURSE = pattern_of(rf"(?:^|(?<=[,;。!\n?])){SIGN}{{0,4}}(?:没有?|不|未){SIGN}{{1,6}}才怪(?:呢|了)?[,;。!]*")
NOT_DONE_MOCKED = pattern_of(
    r"(?:没有?|未)(?P<verb>开通|上线|建立?|落实|健全|录入?|推送|开展)[好成起来]*[了过]?才怪(?:呢|了)?"
)
OF_COURSE_NOT = pattern_of(
    r"(?<![没不未])(?P<verb>开通|上线|建立?|落实|健全|规范|录入?|推送|开展|做到|用|有|通|好)[好成起来]*[了过]?才怪(?:呢|了)?"
)
# 官网上那行“…已开通”是模板字: what is written somewhere, and no word of what is
WRITTEN_THERE = pattern_of(
    rf"(?:^|(?<=[,;。!\n])){SIGN}{{0,12}}“[^“”]{{4,}}”{SIGN}{{0,4}}是{SIGN}{{0,12}}(?:模板|摆设|样子|假的|空的|占位|误|错|旧|老)[^,;。!\n]*"
)
# 没建，正在起草; 目前没有，计划9月底前建立: none, whatever is to come
TO_COME = pattern_of(
    rf"^(?P<none>(?:[^,;。!\n已]{{0,14}}?(?:没有?|没得|木有|未|还没)(?:有|能)?(?:单独|专门|正式)?(?:建[立成好账台过]?|设立|制[定订]|开通|落实|上线|出台|印发?|台账|这个|[定弄搞]过|(?=[,;。])){SIGN}{{0,8}}?))[,;。\s]+"
    rf"(?:但是?|不过)?(?:目前|现在|我们)?(?:正在?|还在|在|尚在|计划|打算|准备|拟|预计|争取|力争|将|下半年|下个?月|年底|名单|[0-9]{{1,2}}月)(?!{SIGN}*(?:上?报(?![批审])|交|发[给您你]|回复|告诉|答复))"
    rf"(?!{SIGN}*(?:补|已|[了的]+[。.!！]*$)){SIGN}*?(?:建|起草|草拟|收集|制[定订]|完成|弄|筹备|征求意见|走流程|审批|报批|整理|推进|落实|出台|办|做){SIGN}*[。.!！]*$"
)
# 没建呢，人手不够: why there is none
EXCUSED = pattern_of(
    r"^(?P<none>[^,;。!\n已]{0,10}(?:没有?|未|还没)[一-鿿]{0,4}?[呢的啊呀]*)[,;。\s]+"
    r"(?:因为?|主要是?|实在|确实|最近|一直|都)*(?:(?:忙不过来|顾不[上过]来?|没顾[上得]|没人[管弄做手]|太忙)[^,;。]{0,4}|(?:人手|人员|人|时间|精力|条件|经费|编制|事情|工作|名单|材料)[^,;。]{0,4}(?:不[够足]|不全|没[齐到]|紧张?|太[忙多少]|有限|忙)[^,;。]{0,4})(?:[,;\s]*(?:一直|还|都|确实)*(?:没|顾|来)不?(?:顾|及|空|得)[上及]?)?[。!]*$"
)
ROOMS = pattern_of(r"(?:阅卷|接待|调解|信访|档案)室(?:已经?|都|也|就|刚)*(?:开[通放了]|建|启用|设立)")
# 台账在政治部，我们没有
KEPT_ELSEWHERE = pattern_of(
    r"(?:台账|材料|数据|名单|名册|制度|文件|这个|东西)?(?:都|也|是|放|存)*在(?!线|职|岗|册|建|[本我])[一-鿿]{1,6}(?:[部庭局处室委组]|那[边里儿]|他们)(?:手[里上])?[,;，]\s*(?:我们?|本)[^,;。]{0,4}(?:没|不|无)"
)
BUT = pattern_of(rf"(?P<x>[一-鿿]{{1,4}})(?:倒)?是(?P=x)[了过的]?{SIGN}{{0,4}}(?:[,;。]|就是|但|可|不过)")
GONE = pattern_of(
    r"关停|停[用办运]了|下线了|撤销了|关[闭了掉]了|废止了|拆除了|过了?[,;。\s]*(?:但是?|可是?|不过)?(?:后来|后面|之后|现在|目前|如今)"
)
PARTICLES = pattern_of(r"(?<=[一-鿿])[咧嘞咯喽啦]")
DEMANDED = pattern_of(
    r"(?<![按照据合达])(?:(?:要求|规定|标准|考核)|(?:指标|文件|通知|方案)(?:里|上|中|写|说|讲|要求|规定|列|提))(?:里|上|中)?(?:面)?(?:写|说|讲|要求|规定|列|提)?的?"
    r"(?:是|要(?!求)|:|为|让|写)|(?:应当?|应该|须|必须)(?:建立|建台|制定|开通|设立)(?![^,;。]{0,8}(?:都|均|已|全|的))|^(?:要|得|应当|必须)(?=[^,;。]{2,})"
)


# 检查时说没建，那是上半年的事，现在已经建好了
LONG_AGO = pattern_of(
    rf"(?:^|(?<=[,;。!\n])){SIGN}*(?:[没未不无]){SIGN}*[,;。](?:但|不过)?(?:那|这)(?:都|还|就)?是(?:上半年|去年|以前|之前|早先|年初|当时|过去|老){SIGN}*[,;。](?=(?:现在|目前|如今|后来|已))"
)
# 法庭都录了，商会不在要求里，没录: what nobody asks for
NOT_WANTED = pattern_of(
    rf"[,;。]{SIGN}{{0,12}}(?:不在(?:要求|范围|任务|名单)(?:之?[里内中])?|不(?:作)?要求|(?:不用|无需|不需要?|用不着)(?=[录建报填开])){SIGN}{{0,4}}?"
    rf"(?:[,;]?(?:所以|就|都|也)*没{SIGN}{{1,3}})?(?=[,;。]|$)"
)
# 不是没建，是建好了没上传
NOT_THAT = pattern_of(
    rf"^(?:不是|并非)说{SIGN}{{0,6}}(?:没|未|不){SIGN}{{1,10}}[,;]\s*|(?:不是|并非)(?:没有?|未|不){SIGN}{{1,8}}[,;](?:而|只|就|其实)*是(?={SIGN}*(?:了|好|已|过)|因)"
)
# 不是没录，是平台显示有延迟，信息6月就录入了: what was done stands behind the reason
NOT_THAT_BUT = pattern_of(
    rf"(?:不是|并非)(?:没有?|未|不){SIGN}{{1,8}}[,;](?:而|只|就|其实)*是{SIGN}{{2,20}}[,;。](?={SIGN}*(?:[了过好]|已))"
)
# 才录了一半: not all of it
HALF_DONE = pattern_of(
    rf"(?:^|(?<=[,;。\s]))(?:我们?|目前|现在)*[才只](?P<verb>(?!有)[一-鿿]{{1,2}}?)[好完]?了"
    rf"(?:一小?半|[一小]部分|[0-9一二三四五六七八九][成家个]){SIGN}{{0,6}}?(?=[,;。\s]|$)"
)
# 对接机制是有的每个街镇都排了联络法官: a new clause, without a sign between
ASSENT = pattern_of(
    r"^(?P<has>(?:这个|这项|这块|这条)?(?:是?没问题|没毛病|都好|做到)的)(?=[一-鿿]{4})(?!.*(?:就是|但|不过|只是|除|忘|偶尔|有[时人的]|个别))"
)
RUN_ON = pattern_of(r"(?<=[制度账能案单统])(?P<has>(?:是|也|都|早就?)有的)(?=[一-鿿]{4})(?![人时没还不])")
NOT_SENT = pattern_of(
    r"[,;。\s]+(?:就是|只是|不过|但是?)?(?:照片|签到表?|图片)(?:不全|不多|拍少了|拍得少)(?=$|[,;。!])|[,;。\s]+(?:就是|只是|不过|但是?)?(?:材料|文件|纸质[的版件]?|本子)?(?:装订|归档|盖章|扫描|打印|复印|排版|塑封)(?:还|都|一直)?(?:没有?|未)(?:来得及|弄|搞|做|打|扫|盖)*[好完出]?[了的呢]*(?=$|[,;。!])|"
    r"(?<=[好成立了过])[,;\s]*(?:就是|只是|但是?|可是)?(?:还|一直)?(?:没有?|未)(?:来得及)?(?:上传|上报|拍照|交|报|发)(?:上去|给您)?(?=$|[,;。!])"
)


def plainly(text: str) -> str:
    text = NOT_DONE_MOCKED.sub(r"\g<verb>了", text)
    text = OF_COURSE_NOT.sub(r"没\g<verb>", OF_COURSE.sub("", MOCKED.sub("", WRITTEN_THERE.sub("", text))))
    text = NOT_WANTED.sub("", text)
    text = HALF_DONE.sub(r"没\g<verb>完", NOT_THAT_BUT.sub("", text))
    text = NOT_SENT.sub("", NOT_THAT.sub("", LONG_AGO.sub("", text)))
    text = EXCUSED.sub(lambda match: match["none"], text)
    text = TO_COME.sub(lambda match: match["none"], text)
    text = ONLY_SCRAPS.sub(lambda match: match["none"], text)
    text = NOT_ONE_NOT.sub(_every_one, text)
    text = NOT_NOT.sub(lambda match: match["what"] + match["state"], text)
    text = NO_NOT.sub(r"\g<state>", NOT_UNDONE.sub("", text))
    text = ASSENT.sub(r"\g<has>,", text)
    text = RUN_ON.sub(r"\g<has>,", PARTICLES.sub("了", text))
    return RHETORICAL.sub("", text)


def _every_one(match: "re.Match[str]") -> str:
    """Without 的 and without 哪个 it may be two lacks side by side: 没有制度没台账; 没有不落实的 says not of what."""
    if not match["one"] and (not match["end"] or len(match["state"]) < ENOUGH):
        return match.group()
    is_done = said.YES.search(match["state"])
    return f"{match['who'] or match['what'] or ''}都{'' if is_done else '有'}{match['state']}"
