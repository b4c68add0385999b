package quantity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// show are the numbers of a text, each as it stands there with what it may be; the
// loose ones in brackets.
func show(text string, numbers []Number) string {
	var out []string
	for _, n := range numbers {
		values := strings.Trim(fmt.Sprint(n.Values), "[]")
		one := fmt.Sprintf("%s=%s", text[n.Start:n.End], values)
		if n.Loose {
			one = "(" + one + ")"
		}
		out = append(out, one)
	}
	return strings.Join(out, " ")
}

func TestChinese(t *testing.T) {
	for text, want := range map[string]string{
		"共有1.2亿人":      "1.2亿=1.2e+08",
		"投资3000多万元":    "3000多万=3e+07",
		"1.5万亿元":       "1.5万亿=1.5e+12",
		"三亿二千万":        "三亿二千万=3.2e+08",
		"一百二十五人":       "一百二十五=125",
		"增长百分之三十五":     "百分之三十五=35",
		"增长3.5%":       "3.5=3.5",
		"三分之二":         "(三分之二=0.6666666666666666)",
		"第二十届":         "二十=20",
		"“十四五”规划":      "(十四五=14 2021 2025 5)",
		"20世纪80年代":     "(20=20 1900) 80=80 1980 2080",
		"70、80年代":      "70=70 1970 2070 80=80 1980 2080",
		"十一二岁":         "(十一二=11 12)",
		"二十五六岁":        "(二十五六=25 26)",
		"7、80年代":       "7=7 70 1970 2070 80=80 1980 2080",
		"80、90后":       "80=80 1980 2080 (90=90 1990 2090)",
		"80 年代":        "80=80 1980 2080",
		"七八十年代":        "(七八十=70 80 1970 2070 1980 2080)",
		"七点五万亩":        "七点五万=75000",
		"百分之零点二五":      "百分之零点二五=0.25",
		"三点五十分":        "(三=3 -9) (五十=50)",
		"4个亿":          "4个亿=4e+08",
		"一个亿万富翁":       "(一=1) (亿万=1e+08)",
		"20个亿元级项目":     "20=20 (亿=1e+08)",
		"400 余万人":      "400 余万=4e+06",
		"1.6 亿":        "1.6 亿=1.6e+08",
		"数十亿美元":        "(十亿=1e+09)",
		"“8·11”汇改":     "(8=8) (11=11)",
		"7.19特大暴雨":     "(7.19=7.19)",
		"30万千瓦":        "30万=300000",
		"1.1個和0.2個百分點": "1.1=1.1 0.2=0.2",
		"兩萬多人":         "兩萬=20000",
		"四個億":          "四個億=4e+08",
		"百分之兩百":        "百分之兩百=200",
		"三千五百":         "三千五百=3500",
		"三千五":          "三千五=3500 3005",
		"一百二多个":        "一百二=120 102",
		"九二共识":         "(九二=92 1992 9 2)",
		"五四运动":         "(五四=54 1954 5 4)",
		"1.1个和0.2个百分点": "1.1=1.1 0.2=0.2",
		"二〇二〇年":        "二〇二〇=2020",
		"2020年7月26日":   "2020=2020 (7=7) 26=26",
		"5至10万":        "5=5 50000 10万=100000",
		"１２人":          "１２=12",
		"一些人":          "(一=1)",
		"千万不要":         "(千万=1e+07)",
		"七成":           "(七=7 70)",
		"翻两番":          "(两=2 4)",
		"20时":          "(20=20 8)",
		"58,101人":      "58,101=58101",
		"没有":           "",
		"G20峰会":        "(20=20)",
		"10.5亿":        "10.5亿=1.05e+09",
		"增长1倍":         "(1=1 2 0 100 0)",
	} {
		text, want = strings.TrimSpace(text), strings.TrimSpace(want)
		if got := show(text, Chinese(text)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"some 1.2 billion people":         "1.2 billion=1.2e+09",
		"58,101 people":                   "58,101=58101",
		"the 5,000m and the 3,000th":      "(5,000=5000) 3,000th=3000",
		"half a million people":           "(half a million=500000 3e+07 1e+06)",
		"fiscal year 17":                  "17=17 2017 1917",
		"up 3 percent points":             "3 percent points=3",
		"one hundred and twenty-five men": "one hundred and twenty-five=125",
		"up 3.5 percent":                  "3.5 percent=3.5",
		"two and thirty":                  "",
		"on July 26, 2020":                "(July=7) 26=26 2020=2020",
		"in the 1980s":                    "1980=1980",
		"the 20th National Congress":      "20th=20",
		"from 5 to 10 million":            "5=5 5e+06 10 million=1e+07",
		"COVID-19":                        "(19=19)",
		"a twenty-foot box":               "(twenty=20)",
		"5G and G20":                      "(5=5) (20=20)",
		"at 8:30 p.m.":                    "(8=8 20) (30=30)",
		"it doubled":                      "(doubled=2 1 100)",
		"1. The first":                    "(1=1) (first=1)",
		"two thirds":                      "(two=2) (thirds=0.6666666666666666)",
		"nobody":                          "",
	} {
		if got := show(text, English(text)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		chinese, english string
		same             bool
	}{
		{"1.2亿", "120 million", true},
		{"1.2亿", "12 million", false},
		{"三十五", "thirty-five", true},
		{"15亩", "one hectare", true},
		{"15亩", "15 mu", true},
		{"10斤", "5 kilograms", true},
		{"10公里", "5 kilometers", false},
		{"七成", "70 percent", true},
		{"80年代", "1980s", true},
		{"20时", "8 p.m.", true},
		{"百分之五", "5 percent", true},
		{"18世纪", "the 1700s", true},
		{"30万千瓦", "300 megawatts", true},
		{"25个基点", "0.25 percentage points", true},
		{"约6412万", "6412,000", false},
		{"641.2万", "6412,000", true},
	} {
		chinese, english := Chinese(c.chinese), English(c.english)
		same := slices.ContainsFunc(chinese, func(n Number) bool {
			return slices.ContainsFunc(english, func(o Number) bool { return Same(n, o) })
		})
		if same != c.same {
			t.Errorf("%s and %s: the same is %v", c.chinese, c.english, same)
		}
	}
}

func TestShifted(t *testing.T) {
	for _, c := range []struct {
		chinese, english string
		want             bool
	}{{"1.2亿", "12 million", true}, {"1.2亿", "120 million", false}, {"1.2亿", "13 million", false}} {
		if got := Shifted(Chinese(c.chinese)[0], English(c.english)[0]); got != c.want {
			t.Errorf("%s and %s: shifted is %v", c.chinese, c.english, got)
		}
	}
}

func TestInEnglish(t *testing.T) {
	for text, want := range map[string]string{"1.2亿": "120 million", "1.72万": "17,200", "35%": "35 percent", "2020年": "2020", "300": "300"} {
		if got := Chinese(text)[0].InEnglish(); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// Whatever the text, numbers lie in it on the borders of characters, in its order
// and apart, and each is something.
func TestAnything(t *testing.T) {
	for name, read := range map[string]func(string) []Number{"chinese": Chinese, "english": English} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				text := rapid.StringOfN(rapid.RuneFrom([]rune("0159.,%一二十百千万亿点分之年月第多余 one hundred-millionJuly:\xff")), -1, 60, -1).Draw(t, "text")
				end := 0
				for _, n := range read(text) {
					if n.Start < end || n.End <= n.Start || n.End > len(text) || !utf8.RuneStart(text[n.Start]) || len(n.Values) == 0 {
						t.Fatalf("%q: %v", text, n)
					}
					end = n.End
				}
			})
		})
	}
}

func FuzzNumbers(f *testing.F) {
	for _, text := range []string{"1.2亿", "百分之三十五", "one hundred and twenty-five million", "5 to 10 million", "“十四五”", "1.1.1,000.万亿"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, n := range append(Chinese(text), English(text)...) {
			if n.Start < 0 || n.End > len(text) || n.Text != text[n.Start:n.End] || n.InEnglish() == "" {
				t.Fatalf("%q: %v", text, n)
			}
		}
	})
}
