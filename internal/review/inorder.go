package review

import (
	"errors"
	"sync"
)

// batched says how n things are worked on: opened one by one, worked on some at a
// time, so that what the work needs stays at hand for all of them, and handed on in
// their order.
type batched[T, R any] struct {
	open func(i int) (T, error)
	// full reports whether the things are enough for one batch.
	full func([]T) bool
	// work gives a result for each thing.
	work func([]T) []R
	take func(R) error
}

// outcome is what came of a thing.
type outcome[R any] struct {
	result R
	err    error
}

// mostInBatch bounds the things of a batch.
const mostInBatch = 8

// inOrder does n things, so many batches at once as there are jobs. A worker runs
// ahead of the order by no more than there are jobs, so that no more than twice as
// many results wait, however large they are; what it takes into a batch is what is
// waiting to be begun.
//
// The error joins those of every thing that doesn't open, in their order; from
// the first on, the rest is opened but not worked on. An error of take ends it.
func (b batched[T, R]) inOrder(n, jobs int) error {
	jobs = min(jobs, n)
	if jobs < 2 {
		return b.inTurn(n)
	}
	// Each slot holds one outcome; the next one for the slot is begun when it is
	// taken.
	slots := make([]chan outcome[R], 2*jobs)
	for i := range slots {
		slots[i] = make(chan outcome[R], 1)
	}
	next := make(chan int, len(slots))
	failed := make(chan struct{}) // closed at the first error
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for i := range next {
				b.batch(waiting(i, next), isClosed(failed), func(i int, o outcome[R]) bool {
					slots[i%len(slots)] <- o
					return true
				})
			}
		})
	}
	defer workers.Wait()
	defer close(next)
	begun := 0
	var errs []error
	for i := range n {
		for ; begun < min(n, i+len(slots)); begun++ {
			next <- begun
		}
		o := <-slots[i%len(slots)]
		if o.err == nil && len(errs) == 0 {
			if err := b.take(o.result); err != nil {
				return err
			}
		}
		if o.err != nil {
			if len(errs) == 0 {
				close(failed)
			}
			errs = append(errs, o.err)
		}
	}
	return errors.Join(errs...)
}

// waiting gives the first number, then those that wait in a channel.
func waiting(first int, next <-chan int) func() (int, bool) {
	begun := false
	return func() (int, bool) {
		if !begun {
			begun = true
			return first, true
		}
		select {
		case i, ok := <-next:
			return i, ok
		default:
			return 0, false
		}
	}
}

func isClosed(c chan struct{}) func() bool {
	return func() bool {
		select {
		case <-c:
			return true
		default:
			return false
		}
	}
}

// inTurn is inOrder where one batch is done at a time, which takes no worker.
func (b batched[T, R]) inTurn(n int) error {
	var errs []error
	var refused error
	begun := 0
	next := func() (int, bool) {
		begun++
		return begun - 1, begun <= n
	}
	failed := func() bool { return len(errs) > 0 }
	for begun < n && refused == nil {
		b.batch(next, failed, func(_ int, o outcome[R]) bool {
			switch {
			case o.err != nil:
				errs = append(errs, o.err)
			case len(errs) == 0:
				refused = b.take(o.result)
			}
			return refused == nil
		})
	}
	if refused != nil {
		return refused
	}
	return errors.Join(errs...)
}

// batch opens things as next gives their numbers, until they are enough, one doesn't
// open or there are none; works on them, unless stopped reports true; and emits what
// came of each, in the order of their numbers, as long as emit wants more.
func (b batched[T, R]) batch(next func() (int, bool), stopped func() bool, emit func(i int, o outcome[R]) bool) {
	var numbers []int
	var things []T
	var failed error
	for failed == nil && len(things) < mostInBatch && !b.full(things) {
		i, ok := next()
		if !ok {
			break
		}
		numbers = append(numbers, i)
		var thing T
		if thing, failed = b.open(i); failed == nil {
			things = append(things, thing)
		}
	}
	results := make([]R, len(things))
	if len(things) > 0 && !stopped() {
		results = b.work(things)
	}
	for k, r := range results {
		if !emit(numbers[k], outcome[R]{result: r}) {
			return
		}
	}
	if failed != nil {
		emit(numbers[len(things)], outcome[R]{err: failed})
	}
}
