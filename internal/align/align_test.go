package align

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/glossary"
	"rectify/internal/document"
	"rectify/internal/format"
	"rectify/internal/termbase"
)

func builtin(t testing.TB) *termbase.Glossary {
	t.Helper()
	g, err := glossary.Open()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func read(t testing.TB, text string) *document.Document {
	t.Helper()
	file, err := format.Read("text.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return file.Document
}

// aligned are the pairs of two texts, one a line: English | Chinese.
func aligned(t testing.TB, english, chinese string) string {
	d := read(t, english)
	var out strings.Builder
	for _, p := range Pairs(d, read(t, chinese), builtin(t)) {
		out.WriteString(d.Slice(p.Span) + " | " + p.Source + "\n")
	}
	return strings.TrimSpace(out.String())
}

func TestPairs(t *testing.T) {
	for name, c := range map[string]struct{ english, chinese, want string }{
		"a sentence each": {
			"The lake froze in 2019. Nobody was hurt.",
			"湖在2019年结冰。没有人受伤。",
			"The lake froze in 2019. | 湖在2019年结冰。\nNobody was hurt. | 没有人受伤。",
		},
		"one in two": {
			"The bridge over the river was opened on Monday in the rain. The mayor cut the ribbon and then he spoke for an hour about the old ferry.",
			"河上的大桥周一在雨中开通，市长剪彩后就旧渡轮讲了一个小时的话。",
			"The bridge over the river was opened on Monday in the rain. The mayor cut the ribbon and then he spoke for an hour about the old ferry. | 河上的大桥周一在雨中开通，市长剪彩后就旧渡轮讲了一个小时的话。",
		},
		"a paragraph lost": {
			"The bridge over the river has 12 arches.\n\nIts lamps are lit at 18:30 every evening.",
			"河上的大桥有12个桥拱。\n\n渡轮已经停运，船员都找到了新的工作。\n\n桥灯每晚18:30点亮。",
			"The bridge over the river has 12 arches. | 河上的大桥有12个桥拱。\n | 渡轮已经停运，船员都找到了新的工作。\nIts lamps are lit at 18:30 every evening. | 桥灯每晚18:30点亮。",
		},
		"a paragraph invented": {
			"The bridge over the river has 12 arches.\n\nThe ferry was sold to a museum far away in the north last year.\n\nIts lamps are lit at 18:30 every evening.",
			"河上的大桥有12个桥拱。\n\n桥灯每晚18:30点亮。",
			"The bridge over the river has 12 arches. | 河上的大桥有12个桥拱。\nThe ferry was sold to a museum far away in the north last year. | \nIts lamps are lit at 18:30 every evening. | 桥灯每晚18:30点亮。",
		},
		"a sentence over two paragraphs": {
			"The bridge was opened in 2019 in the rain.\n\nIt has 12 arches and 300 lamps. The mayor spoke for 45 minutes.",
			"大桥于2019年在雨中开通，有12个桥拱和300盏灯。市长讲了45分钟的话。",
			"The bridge was opened in 2019 in the rain.\n\nIt has 12 arches and 300 lamps. The mayor spoke for 45 minutes. | 大桥于2019年在雨中开通，有12个桥拱和300盏灯。市长讲了45分钟的话。",
		},
		"a sentence that becomes a list": {
			"We have seven aims for 2019:\n\nrepair 12 bridges\n\nplant 300 trees\n\nlight 45 streets\n\nopen 18 schools\n\nbuild 26 boats\n\ndig 34 wells\n\nThe mayor spoke on May 7.",
			"2019年我们有七个目标：修12座桥，种300棵树，45条街装灯，开18所学校，造26条船，挖34口井。市长5月7日讲话。",
			"We have seven aims for 2019:\n\nrepair 12 bridges\n\nplant 300 trees\n\nlight 45 streets\n\nopen 18 schools\n\nbuild 26 boats\n\ndig 34 wells | 2019年我们有七个目标：修12座桥，种300棵树，45条街装灯，开18所学校，造26条船，挖34口井。\nThe mayor spoke on May 7. | 市长5月7日讲话。",
		},
		"no source": {"The lake froze.", "", "The lake froze. |"},
		"no text":   {"", "湖结冰了。", "| 湖结冰了。"},
		"nothing":   {"", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := aligned(t, c.english, c.chinese); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Whatever the two texts, every sentence of both is in one pair, and the pairs
// are sorted and apart.
func TestPairsLoseNothing(t *testing.T) {
	g := builtin(t)
	line := func(sentences []string) *rapid.Generator[string] {
		return rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(sentences), 0, 4).Draw(t, "line"), " ")
		})
	}
	rapid.Check(t, func(r *rapid.T) {
		english := strings.Join(rapid.SliceOfN(line([]string{"It rained in 2019.", "Go!", "The old bridge fell into the river."}), 0, 30).Draw(r, "english"), "\n\n")
		chinese := strings.Join(rapid.SliceOfN(line([]string{"2019年下雨了。", "走！", "旧桥掉进了河里。"}), 0, 30).Draw(r, "chinese"), "\n\n")
		d, source := read(t, english), read(t, chinese)
		end, covered, sources := 0, 0, 0
		for _, p := range Pairs(d, source, g) {
			if p.Start < end {
				r.Fatalf("%v begins before %d", p.Span, end)
			}
			for _, s := range d.Segments {
				if whole := s.Span(); whole.Overlaps(p.Span) && !whole.Contains(p.Span) && !p.Contains(whole) {
					r.Fatalf("%v crosses the border of %v", p.Span, whole)
				}
			}
			end = p.End
			covered += visible(d.Slice(p.Span))
			sources += visible(p.Source)
		}
		if covered != visible(english) || sources != visible(chinese) {
			r.Fatalf("%d of %d English characters, %d of %d Chinese", covered, visible(english), sources, visible(chinese))
		}
	})
}

func visible(text string) int { return len(strings.Join(strings.Fields(text), "")) }

// Nothing that two files may hold makes the alignment fail or its pairs overlap.
func FuzzPairs(f *testing.F) {
	g := builtin(f)
	f.Add("It rained in 2019. Go!\n\nThe bridge fell.", "2019年下雨了。走！\n\n旧桥掉进了河里。")
	f.Add("", "。。。")
	f.Add("a\n\nb\n\nc\n\nd", "甲")
	f.Fuzz(func(t *testing.T, english, chinese string) {
		d, err := format.Read("text.txt", []byte(english))
		if err != nil {
			return
		}
		source, err := format.Read("text.txt", []byte(chinese))
		if err != nil {
			return
		}
		end := 0
		for _, p := range Pairs(d.Document, source.Document, g) {
			if p.Start < end || p.End < p.Start || p.End > len(d.Document.Text) {
				t.Fatalf("%v after %d", p.Span, end)
			}
			end = p.End
		}
	})
}

// corpus is where texts lie that are aligned line by line.
const corpus = "../../../shared/corpora/mt"

// heldOut are texts of the corpus that nothing may be fitted to.
const heldOut = "004 012 024 031 037 072"

// The lines of a corpus are aligned by hand. As they are, every line must find its
// source; with some taken out of either side, nearly every one that is left.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob(corpus + "/*.zh.txt")
	if err != nil || len(files) == 0 {
		t.Skip("the corpus of translations is not here")
	}
	g := builtin(t)
	var whole, damaged tally
	for n, file := range files {
		if strings.Contains(heldOut, filepath.Base(file)[:3]) {
			continue
		}
		chinese, english := lines(t, file), lines(t, strings.TrimSuffix(file, ".zh.txt")+".txt")
		whole.count(t, g, english, chinese, func(int) bool { return true }, func(int) bool { return true })
		damaged.count(t, g, english, chinese, func(i int) bool { return (i+n)%7 != 3 }, func(i int) bool { return (i+n)%5 != 2 })
	}
	t.Logf("sentences with their own source, with another, with none: whole %v, damaged %v", whole, damaged)
	if whole.wrong > 0 || whole.lost*50 > whole.right {
		t.Errorf("of whole texts, %d sentences have a wrong source and %d none", whole.wrong, whole.lost)
	}
	if damaged.wrong*20 > damaged.right || damaged.lost*10 > damaged.right {
		t.Errorf("of damaged texts, %d sentences have their source, %d a wrong one and %d none", damaged.right, damaged.wrong, damaged.lost)
	}
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// tally counts the stretches of English whose pair has their own source, another
// one, or none.
type tally struct{ right, wrong, lost int }

// count aligns the lines of both sides that are kept.
func (c *tally) count(t *testing.T, g *termbase.Glossary, english, chinese []string, keep, keepSource func(int) bool) {
	var here, there []string
	own := map[string]string{}
	for i := range chinese {
		if keep(i) {
			here = append(here, english[i])
		}
		if keepSource(i) {
			there = append(there, chinese[i])
			own[english[i]] = chinese[i]
		}
	}
	d := read(t, strings.Join(here, "\n\n"))
	pairs := Pairs(d, read(t, strings.Join(there, "\n\n")), g)
	for n := range d.Lines() {
		at := d.Line(n + 1)
		source := own[d.Slice(at)]
		for _, p := range pairs {
			switch {
			case p.Len() == 0 || !at.Contains(p.Span):
			case p.Source == "" && source != "":
				c.lost++
			case strings.Contains(source, p.Source):
				c.right++
			default:
				c.wrong++
			}
		}
	}
}

// Where a great part of one text is missing, what is left still finds its source.
func TestGreatPartLost(t *testing.T) {
	g := builtin(t)
	var english, chinese strings.Builder
	for i := range 400 {
		if i < 150 || i >= 280 {
			fmt.Fprintf(&english, "In village %d the bridge fell, and %d people helped.\n\n", 1000+i, i*7%100)
		}
		fmt.Fprintf(&chinese, "在%d号村，桥掉进了河里，%d人帮忙。\n\n", 1000+i, i*7%100)
	}
	d := read(t, english.String())
	for _, p := range Pairs(d, read(t, chinese.String()), g) {
		text := d.Slice(p.Span)
		number, _, _ := strings.Cut(strings.TrimPrefix(text, "In village "), " ")
		if text != "" && !strings.Contains(p.Source, number) {
			t.Errorf("%s has the source %s", text, p.Source)
		}
	}
}

func TestRising(t *testing.T) {
	for want, points := range map[string][]point{
		"[{1 1} {2 2} {4 4}]": {{1, 1}, {2, 2}, {3, 9}, {4, 4}},
		"[{1 1} {5 5}]":       {{1, 1}, {1, 2}, {5, 5}},
		"[]":                  {{1, 1}, {200, 200}}, // none supports the other
	} {
		if got := fmt.Sprint(supported(rising(points))); got != want {
			t.Errorf("%v: %s, want %s", points, got, want)
		}
	}
}

// The path leads from the beginning to the end, and each row meets the next.
func TestPathIsConnected(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := func(name string) *side {
			s := newSide(make([]unit, rapid.IntRange(1, 300).Draw(t, name)))
			s.items = make([][]int32, s.n)
			for n := range int32(20) {
				at := rapid.IntRange(0, s.n-1).Draw(t, "at")
				s.items[at] = append(s.items[at], n)
			}
			return &s
		}
		chinese, english := side("chinese"), side("english")
		items := make([]item, 20)
		for n := range items {
			items[n].anchor = true
		}
		p := newPath(chinese, english, items)
		if p.lows[0] != 0 || p.highs[chinese.n] != english.n {
			t.Fatalf("from %d to %d", p.lows[0], p.highs[chinese.n])
		}
		for i := range chinese.n {
			if p.lows[i+1] > p.highs[i] {
				t.Fatalf("row %d ends at %d, the next begins at %d", i, p.highs[i], p.lows[i+1])
			}
		}
	})
}

// Two books that tell much the same, a paragraph in thirteen missing from either.
func BenchmarkPairs(b *testing.B) {
	g := builtin(b)
	var english, chinese strings.Builder
	for i := range 5000 {
		if i%13 != 5 {
			fmt.Fprintf(&english, "In village %d the old bridge fell into the river, and %d people helped. Nobody was hurt.\n\n", i, i*7%100)
		}
		if i%13 != 8 {
			fmt.Fprintf(&chinese, "在%d号村，旧桥掉进了河里，%d人帮忙。没有人受伤。\n\n", i, i*7%100)
		}
	}
	d, source := read(b, english.String()), read(b, chinese.String())
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		Pairs(d, source, g)
	}
}
