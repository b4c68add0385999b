package quantity

import (
	"regexp"
	"strconv"
	"strings"
)

// Chinese reads the numbers of a Chinese text, in its order.
func Chinese(text string) []Number {
	var all []Number
	for _, at := range chineseNumber.FindAllStringSubmatchIndex(text, -1) {
		r := chineseReader{text: text, start: at[0], end: at[1], digits: text[at[0]:at[1]]}
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
// 多万, 300余. What can stand between its parts without ending it is part of it.
var chineseNumber = regexp.MustCompile(`(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?|[零〇一二两三四五六七八九十百千万亿])(?:[0-9０-９]|[.．][0-9０-９]|[零〇一二两三四五六七八九十百千万亿萬億兩]|[多余餘几](?:[十百千万亿萬億]))*`)

// chineseReader reads one number.
type chineseReader struct {
	text       string
	start, end int
	digits     string
}

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
	for _, c := range r.digits {
		if powers[c] >= powers['万'] {
			n.scale *= powers[c]
		}
	}
	before, after := r.text[:r.start], r.text[r.end:]
	for _, more := range []string{"多", "余", "餘", "来"} {
		after = strings.TrimPrefix(after, more)
	}
	if isDigit(r.digits) && afterLatin.MatchString(before) {
		n.Loose = true
	}
	if strings.HasPrefix(after, ":") || strings.HasSuffix(before, ":") {
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

var trailing = regexp.MustCompile(`[0-9零〇一二两三四五六七八九十百千万亿]+$`)

// units are what may stand behind a number: the kind it makes of it, and what else
// a translator may give.
var units = []struct {
	signs string
	apply func(*Number)
}{
	{"个百分点|個百分點|百分点|百分點", func(n *Number) { n.Kind, n.Loose = Points, false }},
	{"%|％", func(n *Number) { n.Kind, n.Loose = Percent, false }},
	{"世纪|世紀", func(n *Number) { n.Kind, n.Loose = Ordinal, true }},
	{"年代", func(n *Number) { n.Kind, n.Values = Year, append(n.Values, 1900+n.Values[0], 2000+n.Values[0]) }},
	{"年级|年級|年期|年制", func(n *Number) { n.Loose = true }},
	{"年", year},
	{"月", month},
	{"日|号", func(n *Number) { day(n) }},
	{"时|時|点|點", func(n *Number) { n.Loose, n.Values = true, append(n.Values, n.Values[0]-12) }},
	{"分", func(n *Number) { n.Loose = true }},
	{"成", func(n *Number) { n.Kind, n.Loose, n.Values = Percent, true, append(n.Values, 10*n.Values[0]) }},
	{"倍", func(n *Number) {
		n.Loose, n.Values = true, append(n.Values, n.Values[0]+1, n.Values[0]-1, 100*n.Values[0], 100*(n.Values[0]-1))
	}},
	{"番", func(n *Number) { n.Loose, n.Values = true, append(n.Values, 2*n.Values[0]) }},
	{"亩|畝", rough(1.0/15, 0.1647)},
	{"公斤|公里", rough()},
	{"斤", rough(0.5, 0.0005, 1.1)},
	{"里", rough(0.5, 0.31)},
	{"公顷|公頃", rough(2.47, 15)},
	{"吨|噸", rough(1000)},
	{"度|级|級|五|五”|位|条|條|个|個|次|届|屆|大", func(*Number) {}},
}

// unit looks at what stands behind the number.
func (r *chineseReader) unit(n *Number, after string) {
	for _, u := range units {
		for sign := range strings.SplitSeq(u.signs, "|") {
			if strings.HasPrefix(after, sign) {
				u.apply(n)
				return
			}
		}
	}
}

func year(n *Number) {
	switch value := n.Values[0]; {
	case value >= 1000 && value < 2200:
		n.Kind = Year
	case value >= 50 && value < 100:
		n.Values = append(n.Values, 1900+value)
	}
}

func month(n *Number) {
	if n.Values[0] >= 1 && n.Values[0] <= 12 {
		n.Kind, n.Loose = Month, true
	}
}

func day(n *Number) {
	if n.Values[0] >= 1 && n.Values[0] <= 31 {
		n.Kind = Day
	}
}

// rough is a unit that is given in others, too.
func rough(factors ...float64) func(*Number) {
	return func(n *Number) {
		for _, f := range factors {
			n.Rough = append(n.Rough, f*n.Values[0])
		}
	}
}

var (
	characters = map[rune]float64{'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '兩': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	powers     = map[rune]float64{'十': 10, '百': 100, '千': 1e3, '万': 1e4, '萬': 1e4, '亿': 1e8, '億': 1e8}
)

// chineseValue is the number that digits and characters stand for. It is firm if
// it is no word of its own: 一 and 千万 stand in many words.
func chineseValue(text string) (value float64, firm, ok bool) {
	c := counter{}
	given, named := false, 0
	for _, r := range text {
		switch r = halfWidth(r); {
		case r >= '0' && r <= '9':
			given = true
			c.digits = append(c.digits, byte(r))
		case r == '.':
			c.digits = append(c.digits, '.')
		case characters[r] > 0 || r == '零' || r == '〇':
			named++
			c.digits = append(c.digits, byte('0'+characters[r]))
		case powers[r] > 0:
			named++
			c.power(powers[r])
		}
	}
	value, ok = c.sum()
	return value, given || named >= 2 && value > mostLoose && !idioms[text], ok
}

func halfWidth(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// counter adds up a number from its left: digits, what stands below 万, the rest.
type counter struct {
	digits         []byte
	section, total float64
	bad            bool
}

// take are the digits at hand, or something else if there are none.
func (c *counter) take(none float64) float64 {
	if len(c.digits) == 0 {
		return none
	}
	value, err := strconv.ParseFloat(string(c.digits), 64)
	c.bad = c.bad || err != nil
	c.digits = c.digits[:0]
	return value
}

func (c *counter) power(power float64) {
	if power < powers['万'] {
		c.section += c.take(1) * power
		return
	}
	section := c.section + c.take(0)
	if c.section = 0; c.total > 0 && c.total >= power { // 三亿二千万
		c.total += section * power
		return
	}
	if section += c.total; section == 0 { // 1.2万亿, or 万 alone
		section = 1
	}
	c.total = section * power
}

func (c *counter) sum() (value float64, ok bool) {
	value = c.total + c.section + c.take(0)
	return value, !c.bad
}

// idioms are numbers that mean many, or all.
var idioms = map[string]bool{"千万": true, "百万": true, "万千": true, "千百": true, "百千": true, "亿万": true, "万亿": true, "千千万万": true, "一百": true}
