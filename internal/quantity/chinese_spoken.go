package quantity

import (
	"regexp"
	"strings"
)

// spoken is what a number in characters may be that isn't written out in full, the
// likeliest first: 一百二 is 120, 七八十 is 70 or 80, and 九二 is 1992 where a year is
// named by its last two digits. It is not ok if the number is written in full.
func spoken(text string) (values []float64, firm, ok bool) {
	text = plainForms.Replace(text)
	if at := inRow.FindStringSubmatch(text); at != nil {
		few, many := digitValue(at[1]), digitValue(at[2])
		if many == few+1 || few == 3 && many == 5 {
			scale, _, _ := chineseValue("一" + at[3])
			return []float64{few * scale, many * scale}, false, true
		}
	}
	if at := aboutTens.FindStringSubmatch(text); at != nil && digitValue(at[3]) == digitValue(at[2])+1 {
		tens, _, _ := chineseValue(at[1])
		return []float64{tens + digitValue(at[2]), tens + digitValue(at[3])}, false, true
	}
	if short := shortNumber.FindString(text); short != "" {
		value, _, _ := chineseValue(text)
		values = []float64{value}
		if value >= 10 && value < 100 {
			values = append(values, 1900+value)
		}
		for _, digit := range text {
			values = append(values, characters[digit])
		}
		return values, false, true
	}
	if at := clipped.FindStringSubmatch(text); at != nil {
		full, _, _ := chineseValue(text)
		last := digitValue(at[2])
		return []float64{full - last + last*powers[[]rune(at[1])[0]]/10, full}, full > mostLoose, true
	}
	return nil, false, false
}

var (
	// inRow are two digits that follow each other, before a power of ten.
	inRow = regexp.MustCompile(`^([一二三四五六七八九])([二三四五六七八九])([十百千万亿]+)$`)
	// aboutTens are such digits behind ten or tens: 十一二, 二十五六.
	aboutTens = regexp.MustCompile(`^([二三四五六七八九]?十)([一二三四五六七八])([二三四五六七八九])$`)
	// shortNumber are two or three digits without a power of ten.
	shortNumber = regexp.MustCompile(`^[一二三四五六七八九]{2,3}$`)
	// clipped ends with a digit whose power of ten isn't said.
	clipped = regexp.MustCompile(`([百千万亿])([一二三四五六七八九])$`)

	plainForms = strings.NewReplacer("萬", "万", "億", "亿", "兩", "两")
)

// digitValue is the value of one character.
func digitValue(text string) float64 { return characters[[]rune(text)[0]] }
