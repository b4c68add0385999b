package quantity

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Chinese reads the numbers of a Chinese text, in its order.
func Chinese(text string) []Number {
	var all []Number
	for from := 0; from < len(text); {
		at := chineseNumber.FindStringIndex(text[from:])
		if at == nil {
			break
		}
		r := chineseReader{text: text, start: from + at[0], end: from + at[1]}
		r.cut()
		from = max(r.end, r.start+1)
		if r.end == r.start {
			continue
		}
		r.digits = text[r.start:r.end]
		n, ok := r.number()
		if !ok {
			continue
		}
		for len(all) > 0 && all[len(all)-1].End > n.Start { // the 百 of 百分之三
			all = all[:len(all)-1]
		}
		all = append(all, n)
	}
	shareUnits(text, all)
	return quoted(text, all)
}

// chineseNumber is a number in digits or characters, or in both: 3亿, 1.2万亿, 三百
// 多万, 300余, 4个亿, 七点五万. What can stand between its parts without ending it is
// part of it.
var chineseNumber = regexp.MustCompile(`(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?|[零〇一二两兩三四五六七八九十百千万亿萬億])(?:[0-9０-９]|[.．][0-9０-９]|[零〇一二两三四五六七八九十百千万亿萬億兩]|[点點][零〇一二三四五六七八九]|[多余餘几](?:[十百千万亿萬億])|个亿|個億| [多余餘]?[万亿萬億])*`)

// chineseReader reads one number.
type chineseReader struct {
	text       string
	start, end int
	digits     string
}

// cut takes off the end what is no part of the number: the minutes of 三点五十分, the
// prefix of a unit as in 千瓦, the 亿 of 一个亿万富翁.
func (r *chineseReader) cut() {
	found := r.text[r.start:r.end]
	if at := clockTime.FindStringIndex(found); at != nil {
		r.end = r.start + at[0]
		return
	}
	after := r.text[r.end:]
	unit, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	if at := eachBillion.FindStringIndex(found + string(unit)); at != nil {
		r.end = r.start + at[0]
		return
	}
	if rest, ok := strings.CutSuffix(found, "千"); ok && strings.ContainsRune(prefixed, unit) {
		r.end = r.start + len(rest)
	}
	if rest, ok := strings.CutSuffix(found, "百"); ok && (strings.HasPrefix(after, "分点") || strings.HasPrefix(after, "分點")) {
		r.end = r.start + len(rest)
	}
}

// eachBillion is where the 亿 belongs to what is counted: 一个亿万富翁, 20个亿元级项目.
var eachBillion = regexp.MustCompile(`[个個][亿億][万萬元级級吨噸斤亩畝]`)

// clockTime is where the minutes begin: no decimals have a ten.
var clockTime = regexp.MustCompile(`[点點][零〇一二三四五六七八九]*[十百千]`)

// prefixed are the units that have a 千 of their own.
const prefixed = "瓦米克卡赫伏帕"

func (r *chineseReader) number() (n Number, ok bool) {
	if nth := strings.Index(fiveYearPlans, r.digits+" "); nth >= 0 && strings.HasSuffix(r.digits, "五") && len(r.digits) > len("十五") {
		// The 14th five-year plan, from 2021 to 2025.
		nth = 10 + nth/len("十一五 ") + 1
		begin := float64(1951 + 5*nth)
		return Number{Start: r.start, End: r.end, Kind: Ordinal, Values: []float64{float64(nth), begin, begin + 4, 5}, Loose: true}, true
	}
	value, firm, ok := chineseValue(r.digits)
	if !ok {
		return n, false
	}
	n = Number{Start: r.start, End: r.end, Values: []float64{value}, Loose: !firm, scale: 1}
	if values, firm, ok := spoken(r.digits); ok {
		n.Values, n.Loose = values, !firm
	}
	for _, c := range r.digits {
		if powers[c] >= powers['万'] {
			n.scale *= powers[c]
		}
	}
	before, after := r.text[:r.start], r.text[r.end:]
	for _, more := range []string{"多", "余", "餘", "来"} {
		after = strings.TrimPrefix(after, more)
	}
	after = strings.TrimLeft(after, " ")
	if isDigit(r.digits) && afterLatin.MatchString(before) {
		n.Loose = true
	}
	if besideNumber.MatchString(after) || severalBefore.MatchString(before) || dated.MatchString(r.digits) && event.MatchString(after) {
		n.Loose = true
	}
	if strings.HasSuffix(before, ":") || strings.HasSuffix(before, "·") {
		n.Loose = true
	}
	if strings.HasSuffix(before, "第") {
		n.Kind = Ordinal
	}
	r.fraction(&n, before)
	r.unit(&n, after)
	return n, true
}

var afterLatin = regexp.MustCompile(`[A-Za-z]-?$`)

var (
	// besideNumber is what stands behind the first number of a time, a score, a date
	// that names an event: 8·11.
	besideNumber = regexp.MustCompile(`^[:·•]`)
	// severalBefore makes of a power of ten some of it: 数十亿, 上千.
	severalBefore = regexp.MustCompile(`[数數几幾上成]$`)
	// dated is a month and a day that name an event, event what such a name goes on
	// with: 7.19特大暴雨.
	dated = regexp.MustCompile(`^(?:[1-9]|1[0-2])\.(?:[1-9]|[12][0-9]|3[01])$`)
	event = regexp.MustCompile(`^(?:[”"」]|强|強|特|暴|重大|事件|事故|案|专案|讲话|大火|爆炸|地震|空难|洪)`)
)

const fiveYearPlans = "十一五 十二五 十三五 十四五 十五五 "

func isDigit(text string) bool { return text[0] >= '0' && text[0] <= '9' }

// fraction reads 百分之三 and 三分之一.
func (r *chineseReader) fraction(n *Number, before string) {
	rest, ok := strings.CutSuffix(before, "分之")
	if !ok {
		return
	}
	whole := trailing.FindString(rest)
	if value, _, ok := chineseValue(whole); ok && whole != "" {
		if value == 100 {
			n.Kind, n.Loose = Percent, false
		} else {
			n.Loose = true
			n.Values = []float64{n.Values[0] / value}
		}
		n.Start -= len(whole) + len("分之")
	}
}

var trailing = regexp.MustCompile(`[0-9零〇一二两兩三四五六七八九十百千万亿萬億]+$`)
