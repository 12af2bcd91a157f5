"""What relates a clause to what is told beside it: that may be another's by it, a part, to come, or none.

One table for the answers to the round and for what stands beside a day. Its classes hold for both; what relates to
people and records, or to a day, is told apart.
"""

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

CONTRARY = "但|却|可(?=是|惜|能|我)|不过|其实|至于|若(?!干)"
APART = "[另剩除缺]|其他|个别|部分|别[的人家]|只有|(?<![0-9十百])余"
UNDONE = "再|撤|退[回稿]"
TO_COME = "争取|(?<!白)准备|打算|计划|尽量|(?<!现)将|(?<!模)拟|按原|(?<![接招看对])待|等(?!我?[翻看查找])"
EVERYWHERE = (CONTRARY, APART, UNDONE, TO_COME)
TO_COUNTS = pattern_of(
    any_of(
        *EVERYWHERE,
        "只|[漏若删归倒抛扣变]|转给|合[并着在]|连(?!续)|问(?=[一-鿿]{1,4}[室组处庭局部队])|回绝|拒绝|没理",
        "有[的些](?=[一-鿿])|(?:还|也|都)?要(?:看|等|查|核|问|补|改)|还[没未不在得](?![一-鿿]{0,4}[填报弄交])|[没未](?:完|定|最)",
    )
)
TO_A_DAY = pattern_of(
    any_of(
        *EVERYWHERE,
        "[没未](?!回|错|事|来|看|见|空|注意|时间|成年|遂|经)|非|不[算是]|[拍剪](?:完|好)|说不[定准]|没准|(?:我们|我[庭院])[^,，。;；]{0,3}只",
        "补去年|去年(?!下半年)|上年|(?<![拿得获排评])(?<![拿得获排评]了)第二(?!次?会|次[一-鿿]|[本轮期场部件]|季度|个?(?:周|星期|礼拜))|一半|半截|散了|(?<!这)两[天次]|分[两二]次",
    )
)
# what makes more than talk of unknown words that are told of the round itself
TO_THE_ROUND = pattern_of(
    any_of(
        *EVERYWHERE,
        "预计|保证|明[天早晚]|后天|[下本]周|下午前|(?<!昨天)下班前|能(?!够)|得(?!到)|必|尽快|马上|稍后|回头|一会|会(?=[填报录交补])",
        "[不没未别勿非]|无(?!误)|漏|少|忘|空白|误|失败|报错|(?<!院)外(?!地|出|面|借|派|省|市)|[只仅光](?![有\\x00])",
        "有[的些](?!$)|类|种|其[余它]|连(?!续)|一[起道]|合[并着在]|[帮替让给](?=.{0,5}[填报录交发])|[他她]们(?!组|自)|那[边里]|算|归|谁|代(?!\\x00|[回发答])",
        "口径|可(?!能)|测试|草稿|暂|正在|退|重[填报录复新]|改|删|同(?!志|事|学|乡|意)|一[样件回]|说|如果|要是|纸|日期|才(?!的)|补",
    )
)
