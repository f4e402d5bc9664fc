# Words for the reader, Turkish. Every message stands in en.ftl under the same name and with the same variables.
# `tests/core/message/words.test.ts` compares the two files.

## Kind of a story
kind-meeting = Toplantı
kind-visit = Ziyaret
kind-call = Telefon görüşmesi
kind-agreement = Anlaşma
kind-election = Seçim
kind-statement = Açıklama
kind-aid = Yardım
kind-disaster = Afet
kind-news = Haber

## Parts of a post
place = Yer
date = Tarih
date-published = { $date } (haber tarihi)
people = { $kind ->
    [call] Görüşenler ({ $count })
    [statement] Konuşanlar ({ $count })
   *[other] Katılımcılar ({ $count })
  }
groups = Katılımcılar
also-present = Ayrıca: { $group }
more-people = { $kind ->
    [call] Tüm görüşenler
    [statement] Tüm konuşanlar
   *[other] Tüm katılımcılar
  }
more-decisions = Tüm kararlar
decisions = Kararlar ({ $count })
decisions-in-turkish = Kararlar ({ $count }, Türkçe)
decisions-in-english = Kararlar ({ $count }, İngilizce)
source = Kaynak: { $source }
source-at = Kaynak: { $source }, { $time }
time = { $date }, TSİ { $hour }.{ $minute }
extracted = otomatik çıkarıldı
titles-kept = çevirisi bilinmeyen unvanlar haberdeki gibi bırakıldı
partial = Haberin tam metni henüz okunamadı. Buradakiler yalnızca başlığa ve spota dayanıyor.
partial-no-page = Bu haberin bağlantısı yok. Buradakiler yalnızca akıştaki başlığa ve özete dayanıyor.

## What an attendee did
part-host = ev sahibi
part-chair = başkanlık etti
part-speaker = konuştu
part-message = mesaj gönderdi
part-for = { $whom } adına

## What became of a decision
decision-decided = karar
decision-signed = imza
decision-agreed = mutabakat
decision-elected = seçim
decision-committed = taahhüt
decision-confirmed = teyit
decision-called = çağrı

## Marks of a post
updated = Güncellendi
completed = Tam metin okundu
updated-at = Güncellendi: { $time }
follow-up = Önceki haberin devamı
withdrawn = Yayından kaldırıldı
withdrawn-note = { $source } bu haberi yayından kaldırdı. Daha önce paylaştığımız bilgilere dayanmayın.
mark-edit = Daha önce gönderilen haberin yeni hâli
mark-repeat = Bu ileti ikinci kez gelmiş olabilir
mark-reply = Daha önce gönderilen habere yanıt

## Digests
digest-late = Gecikmeli özet: { $count } haber
digest-late-note = Bir kesinti yüzünden bu haberler zamanında gönderilemedi.
digest-many = Toplu bildirim: { $count } haber
digest-many-note = Kısa sürede çok sayıda haber geldiği için bunlar tek iletide toplandı.
digest-quiet = Sessiz saatlerde gelenler: { $count } haber
digest-hourly = Saatlik özet: { $count } haber
digest-daily = Günlük özet: { $count } haber
digest-weekly = Haftalık özet: { $count } haber
digest-people = { $count } katılımcı
digest-decisions = { $count } karar

## Under a post
button-read = Oku
button-irrelevant = İlgisiz
button-wrong = Hatalı
button-mute = Sustur

## Commands
command-start = Tellal'ı tanıtır ve konuları sunar
command-subscribe = Bir konuyu takip eder
command-unsubscribe = Bir konunun takibini bırakır
command-topics = Konuları ve hangilerini takip ettiğinizi gösterir
command-latest = Son haberleri gösterir
command-more = Bir gönderideki listenin tamamını gösterir
command-help = Komutları gösterir
arguments-topic = <konu>
arguments-latest = [konu] [adet]
help-title = Komutlar
help-chat-admin = sohbet yöneticileri
help-admin = yöneticiler
unknown-command = Böyle bir komut yok: { $command }. Komutları görmek için { $help } yazın.
unknown-command-nearest = Böyle bir komut yok: { $command }. Şunu mu demek istediniz: { $nearest }? Tüm komutlar: { $help }
not-chat-admin = Bu komutu yalnızca sohbetin yöneticileri kullanabilir.
not-admin = Bu komutu yalnızca Tellal yöneticileri kullanabilir.
failed = Bizden kaynaklanan bir sorun çıktı. Lütfen biraz sonra yeniden deneyin.

## The bot's page on Telegram
bot-description = Tellal, Anadolu Ajansı (AA) haberlerini sizin için okur: kim kiminle, nerede görüştü, ne karara bağlandı? Başlamak için aşağıdaki düğmeye dokunun ve konularınızı seçin.
bot-short = AA haberlerinden kısa bildirimler: kim kiminle, nerede görüştü, ne karar alındı.

## Subscriptions
start-hello = Merhaba, ben Tellal.
start-what = Anadolu Ajansı (AA) haberlerini okur; kim kiminle nerede buluştu, ne karar alındı, kısaca bildiririm.
start-how = Takip etmek istediğiniz konuları aşağıdan seçin. Seçiminizi dilediğiniz zaman değiştirebilirsiniz.
topic-offered = ➕ { $topic }
topic-followed = ✅ { $topic }
topics-title = Konular
topics-none = Henüz konu tanımlanmamış.
topics-choose = Takip etmek ya da bırakmak istediğiniz konuya dokunun.
topics-followed = takip ediyorsunuz
subscribed = { SUFFIX($topics, "accusative") } takip ediyorsunuz.
subscribed-first = Bu konuda henüz haber yok. İlk haber çıkınca burada göreceksiniz.
unsubscribed = Artık { SUFFIX($topics, "accusative") } takip etmiyorsunuz.
unsubscribed-none = Zaten takip etmiyorsunuz.
unknown-topic = “{ $topic }” adında bir konu yok. Konular: { $topics }.
unknown-topic-nearest = “{ $topic }” adında bir konu yok. Şunu mu demek istediniz: { $nearest }? Konular: { $topics }.
latest-none = Henüz haber yok.
more-gone = Bu haber artık elimizde değil.

## Looking up
command-search = Haberlerde arar
arguments-search = <sözcükler>
page-older = Daha eski »
page-newer = « Daha yeni
search-title = Arama: { $words }
search-empty = Ne arayalım? Örneğin: { $command } Kızılay toplantı. En az iki harfli bir sözcük yazın; yan yana aranacak sözcükleri tırnak içine alın.
search-none = “{ $words }” için haber bulunamadı.
search-gone = Bu aramanın süresi doldu. Lütfen yeniden arayın.
command-who = Bir kişinin katıldığı toplantıları gösterir
command-decisions = Alınan kararları gösterir
arguments-name = <ad soyad>
arguments-decisions = [konu] [gün]
who-empty = Kimi arayalım? Örneğin: { $command } Kaya. Soyadı yeter.
who-none = Kayıtlarımızda { $name } adında biri yok.
who-gone = Bu kişiyle ilgili kayıt artık elimizde değil.
who-choose = Hangisi?
who-person = { $name } ({ $count })
who-more = Bu adı taşıyan { $count } kişi daha var; adı da yazarak daraltabilirsiniz.
who-title = { $name }: { $count } haber
decisions-title = Son { $days } günün kararları
decisions-none = Son { $days } günde alınmış bir karar bulunamadı.

## For the admins
notice-gap = { $feed } akışında boşluk var: bu arada haber kaçmış olabilir.
notice-layout = Bu haberin sayfası tanıdığımız düzende değil, okunamadı: { $link }
notice-dead = { $chat } sohbetine bir gönderi iletilemedi ve bırakıldı: { $why }
notice-gone = { $chat } sohbetine artık gönderilemiyor: { $why }. Kanalda /invite @Tellal yazın, ardından /tellal subscribe ile yeniden takip edin.
notice-closed = { $lane } hesabımızı kabul etmiyor, oradaki gönderimler durdu: { $why }

## Installing the Slack app
install-done = Tellal artık Slack çalışma alanınızda. Bir kanala /invite @Tellal yazarak davet edin, ardından orada /tellal yazın.
install-cancelled = Kurulumdan vazgeçildi, hiçbir şey değiştirilmedi. Bu sayfayı kapatabilirsiniz.
install-failed = Kurulum tamamlanamadı; on dakikadan uzun sürmüş olabilir. Lütfen size verilen bağlantıdan yeniden başlayın.
install-unfit = Tellal tek tek çalışma alanlarına kurulur, kuruluşun tamamına kurulamaz. Lütfen bir çalışma alanı seçip yeniden deneyin.
