package pinyin

import "testing"

func TestFits(t *testing.T) {
	for _, c := range []struct {
		typed, chinese string
		want           Fit
	}{
		{"guojia zhuxi", "国家主席", Whole},
		{"guojiazhuxi", "国家主席", Whole},
		{"Guójiā Zhǔxí", "国家主席", Whole},
		{"guo2jia1 zhu3xi2", "国家主席", Whole},
		{"guojiazhu", "国家主席", Start},
		{"guojiazh", "国家主席", Start}, // the last syllable in part
		{"zhuxi", "国家主席", Inside},
		{"gjzx", "国家主席", Whole},
		{"gjz", "国家主席", Start},
		{"jzx", "国家主席", Inside},
		{"guojiazhuxin", "国家主席", None},
		{"gjzxx", "国家主席", None},
		{"xian", "西安", Whole},
		{"xi'an", "西安", Whole},
		{"nvgong", "女工", Whole},
		{"nü gong", "女工", Whole},
		{"nu:gong", "女工", Whole},
		{"chongqing", "重庆", Whole}, // not by the other reading alone
		{"zhongqing", "重庆", Whole},
		{"sannong", "“三农”", Whole},
		{"guojia", "state", None},
		{"guojia", "", None},
	} {
		q, ok := Parse(c.typed)
		if !ok {
			t.Errorf("%q is no sound", c.typed)
			continue
		}
		if got := q.Fits(c.chinese); got != c.want {
			t.Errorf("%q fits %s by %d, not %d", c.typed, c.chinese, got, c.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, typed := range []string{"", "gj", "国家", "R&D plan", "g.j.z"} {
		if _, ok := Parse(typed); ok {
			t.Errorf("%q is a sound", typed)
		}
	}
}
