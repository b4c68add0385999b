package review

import (
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
)

// squares squares numbers, in batches of three.
func squares(open func(i int) (int, error), take func(int) error) batched[int, int] {
	return batched[int, int]{
		open: open, take: take,
		full: func(all []int) bool { return len(all) == 3 },
		work: func(all []int) (out []int) {
			for _, i := range all {
				out = append(out, i*i)
			}
			return out
		},
	}
}

func TestInOrder(t *testing.T) {
	open := func(i int) (int, error) { return i, nil }
	for _, jobs := range []int{0, 1, 2, 7, 100} {
		for _, n := range []int{0, 1, 5, 200} {
			var got, want []int
			for i := range n {
				want = append(want, i*i)
			}
			err := squares(open, func(r int) error {
				got = append(got, r)
				return nil
			}).inOrder(n, jobs)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%d things, %d jobs: %v, %v", n, jobs, got, err)
			}
		}
	}
}

// All that doesn't open is named, and nothing behind it is handed on.
func TestInOrderBadInput(t *testing.T) {
	open := func(i int) (int, error) {
		if i%3 == 2 {
			return 0, fmt.Errorf("no %d", i)
		}
		return i, nil
	}
	for _, jobs := range []int{1, 4} {
		var got []int
		err := squares(open, func(r int) error {
			got = append(got, r)
			return nil
		}).inOrder(10, jobs)
		if fmt.Sprint(err) != "no 2\nno 5\nno 8" || !slices.Equal(got, []int{0, 1}) {
			t.Errorf("%d jobs: %v, %v", jobs, got, err)
		}
	}
}

func TestInOrderTakerFails(t *testing.T) {
	full := errors.New("the disk is full")
	for _, jobs := range []int{1, 3} {
		taken := 0
		err := squares(func(i int) (int, error) { return i, nil }, func(int) error {
			taken++
			return full
		}).inOrder(100, jobs)
		if !errors.Is(err, full) || taken != 1 {
			t.Errorf("%d jobs: %v after %d", jobs, err, taken)
		}
	}
}

// However many there are, few are open at a time: the memory of a review is that of a
// few documents.
func TestInOrderAhead(t *testing.T) {
	for _, jobs := range []int{1, 2, 5} {
		var opened atomic.Int64
		taken, most := 0, max(2*jobs, mostInBatch)
		b := squares(func(i int) (int, error) {
			opened.Add(1)
			return i, nil
		}, func(int) error {
			if ahead := int(opened.Load()) - taken; ahead > most {
				t.Errorf("%d jobs: %d things open at once, more than %d", jobs, ahead, most)
			}
			taken++
			return nil
		})
		b.full = func([]int) bool { return false }
		if err := b.inOrder(300, jobs); err != nil || taken != 300 {
			t.Errorf("%d jobs: %v after %d", jobs, err, taken)
		}
	}
}
