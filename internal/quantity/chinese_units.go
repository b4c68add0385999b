package quantity

import "strings"

// units are what may stand behind a number: the kind it makes of it, and what else
// a translator may give.
var units = []struct {
	signs string
	apply func(*Number)
}{
	{"个百分点|個百分點|百分点|百分點", func(n *Number) { n.Kind, n.Loose = Points, false }},
	{"%|％", func(n *Number) { n.Kind, n.Loose = Percent, false }},
	{"个基点|個基點|基点|基點", rough(0.01)},
	{"世纪|世紀", func(n *Number) { // the 18th century is the 1700s
		n.Kind, n.Loose, n.Values = Ordinal, true, append(n.Values, 100*(n.Values[0]-1))
	}},
	{"年代", decade},
	{"后|後", func(n *Number) { // 80后 are born in the 1980s
		if n.Values[0] >= 50 && n.Values[0] < 100 {
			decade(n)
			n.Loose = true
		}
	}},
	{"年级|年級|年期|年制", func(n *Number) { n.Loose = true }},
	{"年", year},
	{"月", month},
	{"日|号|號", day},
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
	{"千瓦", rough(1e3, 1e-3, 1e-6, 1e-9)},
	{"千米|千克", rough(1e3)},
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

func decade(n *Number) {
	n.Kind, n.decade = Year, true
	if n.Values[0] < 10 { // 7、80年代
		n.Values = append(n.Values, 10*n.Values[0])
	}
	for _, value := range n.Values {
		if value >= 10 && value < 100 {
			n.Values = append(n.Values, 1900+value, 2000+value)
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
