package quantity

import "strconv"

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
		case r == '.' || r == '点' || r == '點':
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
