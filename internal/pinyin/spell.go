package pinyin

import (
	"slices"
	"strings"
)

// surnameReadings are the surnames that are read otherwise than the character is in
// most words. Where both are heard as a surname, both are here.
var surnameReadings = map[rune][]string{
	'曾': {"zeng"}, '单': {"shan"}, '仇': {"qiu"}, '解': {"xie"}, '查': {"zha"}, '朴': {"piao", "pu"}, '尉': {"wei", "yu"},
	'盖': {"ge", "gai"}, '区': {"ou"}, '乐': {"yue", "le"}, '任': {"ren"}, '华': {"hua"}, '宁': {"ning"}, '翟': {"zhai"},
}

// readingsOf are the syllables that a character may be read as, without tones, ü as v;
// as a surname, where it has a reading of its own as one.
func readingsOf(r rune, surname bool) []string {
	if own := surnameReadings[r]; surname && own != nil {
		return own
	}
	return read()[r]
}

// surnameCharacters are the surnames of one character that most people have, then
// those of two; those in traditional characters behind the simplified ones.
const surnameCharacters = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井漆巴" +
	"張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇呂盧鐘鍾譚陸範賈韋鄒閆龍賀顧龔萬錢嚴湯齊喬龐顏莊聶魯歐關蘭紀畢單駱藍華饒時農簡車項連蘆麥婁竇黨宮費衛應閔鄔師欒榮鞏遲鄺談樂儲勞諶樓滿聞厲區海闞權強帥練"

var compoundSurnames = strings.Fields("欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 夏侯 东方 端木 令狐 慕容 万俟 呼延 公孙 轩辕 歐陽 司馬 諸葛 尉遲 東方 公孫 軒轅")

// Surnames splits what may be a Chinese name into its surname and the rest: a
// surname of one character, then of two. None of it is certain.
func Surnames(name []rune) (splits []int) {
	if len(name) > 1 && strings.ContainsRune(surnameCharacters, name[0]) {
		splits = append(splits, 1)
	}
	if len(name) > 2 && slices.Contains(compoundSurnames, string(name[:2])) {
		splits = append(splits, 2)
	}
	return splits
}

// Spells reports whether lower-case letters are the sound of all the characters,
// the first of which is a surname or not.
func Spells(characters []rune, letters string, surname bool) bool {
	if len(characters) == 0 {
		return letters == ""
	}
	for _, syllable := range readingsOf(characters[0], surname) {
		for _, spelling := range spellings(syllable) {
			if rest, ok := strings.CutPrefix(letters, spelling); ok && Spells(characters[1:], rest, false) {
				return true
			}
		}
	}
	return false
}

// spellings are the ways to write a syllable without dots.
func spellings(syllable string) []string {
	if !strings.Contains(syllable, "v") {
		return []string{syllable}
	}
	return []string{strings.Replace(syllable, "v", "yu", 1), strings.Replace(syllable, "v", "u", 1), syllable}
}

// Sound is how the characters are read, in syllables; nil if one of them may be read
// in several ways.
func Sound(characters []rune, surname bool) (syllables []string) {
	for i, r := range characters {
		all := readingsOf(r, surname && i == 0)
		if len(all) != 1 {
			return nil
		}
		syllables = append(syllables, spellings(all[0])[0])
	}
	return syllables
}
